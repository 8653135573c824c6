/*! Made by `make javascript`: sources 14c6517842bd9a1b, code d4136275ae881239 */
"use strict";(()=>{var Et=Object.defineProperty;var Lt=(t,e)=>{for(var o in e)Et(t,o,{get:e[o],enumerable:!0})};function s(t,e={},...o){let n=document.createElement(t);for(let[r,l]of Object.entries(e))typeof l=="function"?n.addEventListener(
r,l):l!==!1&&n.setAttribute(r,l===!0?"":String(l));return n.append(...o),n}function L(t){let e=document.createElementNS(
"http://www.w3.org/2000/svg","svg");e.setAttribute("viewBox","0 0 24 24"),e.setAttribute("aria-hidden","true");let o=document.
createElementNS(e.namespaceURI,"path");return o.setAttribute("d",t),e.append(o),e}function $(t){let e=t.toLowerCase();return s(
"span",{class:`callsheet-method callsheet-method--${e}`},t)}function h(t,e=document){return[...e.querySelectorAll(t)]}function y(t="\
callsheet-said"){return s("span",{role:"status",class:t})}var W=[];function f(t){W.push(t)}function Y(){let t=()=>{for(let e of W)e()};document.readyState==="loading"?addEventListener(
"DOMContentLoaded",t):t(),window.document$?.subscribe(t)}function g(t,e){for(let o of h(t))o.dataset.callsheetReady===void 0&&
(o.dataset.callsheetReady="",e(o))}var N="callsheet:reveal";function G(){let t=document.getElementById(P(location.hash));if(!t?.closest(".callsheet"))return;
let e=!1;for(let o=t;o;o=o.parentElement)o instanceof HTMLDetailsElement&&!o.open&&(o.open=!0,e=!0);t.hidden&&(t.closest(
"table")?.dispatchEvent(new Event(N)),e=!0),e&&t.scrollIntoView()}function P(t){try{return decodeURIComponent(t.slice(1))}catch{
return t.slice(1)}}function J(){let t=new Set;addEventListener("hashchange",G),addEventListener("beforeprint",()=>{for(let e of h(
".callsheet details:not([open])")){let o=e;o.open=!0,t.add(o)}}),addEventListener("afterprint",()=>{for(let e of t)e.open=
!1;t.clear()}),f(G)}var X="";function Q(t){X=new URL("../../",t.src).href}function S(t){return X+t}function q(t){return S(`assets/callsheet/${t}`)}
var _=new Map;function w(t){let e=_.get(t);return e||(e=new Promise((o,n)=>{let r=()=>{_.delete(t),n(new Error(`${t} can\
not be loaded`))};document.head.append(s("script",{src:q(t),load:o,error:r}))}),_.set(t,e)),e}function $t(){return new Promise(t=>{let e=q("console/console.css");document.head.append(s("link",{rel:"stylesheet",href:e,
load:t,error:t}))})}async function At(t){let{callsheet:e}=window;e.toggleConsole||await Promise.all([w("console/console.\
js"),$t()]),await e.toggleConsole?.(t)}function Ot(t){let e=y(),o=!1,n=s("button",{type:"button",class:"callsheet-button",
"aria-expanded":"false",async click(){if(!o){o=!0;try{await At(n),e.textContent=""}catch(r){e.textContent="It cannot be \
loaded.",reportError(r)}finally{o=!1}}}},"Try it");t.append(e,n)}function Z(){f(()=>g(".callsheet-route",Ot))}function Tt(){let t=document.querySelector(".md-sidebar--secondary .md-nav--secondary"),e=document.querySelector(".md-na\
v--primary .md-nav__item--active > .md-nav__link--active");!t?.querySelector("li")||!e||document.getElementById("__toc")||
(e.before(s("input",{class:"md-nav__toggle md-toggle",type:"checkbox",id:"__toc"}),s("label",{class:e.className,for:"__t\
oc"},...e.cloneNode(!0).childNodes,s("span",{class:"md-nav__icon md-icon"}))),e.after(t.cloneNode(!0)))}function tt(){f(
Tt)}function A(t,...e){let o=s("button",{type:"button",class:"callsheet-button callsheet-close","aria-label":"Close",click(){
r.close()}},"×"),n=e.filter(l=>l!==!1),r=s("dialog",{class:"callsheet callsheet-dialog md-typeset","aria-label":t,close(){
r.remove()},click(l){l.target===r&&r.close()}},s("div",{},s("h2",{},t),...n,o));return document.body.append(r),r.showModal(),
r}var et=new Set(["get","head","post","put","patch","delete","options"]);function ot([t,e,o,n,r,l]){let a=[e,o,n,r].join("\
 ").toLowerCase();return{method:t,route:e,label:o,uid:n,summary:r,url:l,text:a}}function F(t){return t.toLowerCase().split(
/\s+/).filter(Boolean)}function nt(t,e){let o=F(e),n=t.filter(({method:a,text:i})=>o.every(c=>et.has(c)?a.toLowerCase()===
c:i.includes(c))),[r=""]=o.filter(a=>!et.has(a));return r?n.map(a=>({operation:a,rank:Dt(a,r)})).sort((a,i)=>a.rank-i.rank).
map(({operation:a})=>a):n}function Dt({uid:t,route:e,label:o},n){return t.toLowerCase()===n?0:o.toLowerCase().startsWith(
n)?1:e.toLowerCase().includes(`/${n}`)?2:`${e} ${o}`.toLowerCase().includes(n)?3:4}var Bt="M4 5h16v2H4zm0 6h9v2H4zm0 6h7v2H4zm12.5-5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7m0-2a5.5 5.5 0 1 0 3.2 10l2.6 2.6 1\
.4-1.4-2.6-2.6A5.5 5.5 0 0 0 16.5 10",H=50,M=null;async function It(){return M||(await w("operations.js"),M=window.callsheetOperations.
map(ot)),M}function Nt({method:t,route:e,label:o,summary:n,url:r}){return s("li",{},s("a",{href:S(r)},$(t),s("span",{},s(
"strong",{},o),s("code",{},e),s("small",{},n))))}async function rt(){if(document.querySelector("dialog[open]"))return;let t=s(
"p",{role:"status",class:"callsheet-note"},"Loading …"),e=s("ul",{class:"callsheet-found"}),o=s("input",{type:"text",class:"\
callsheet-input","aria-label":"Method, path, words or uid",placeholder:"Method, path, words or uid",autocomplete:"off",spellcheck:"\
false"}),n=i=>s("kbd",{},i),r=[n("Ctrl K")," opens this list, ",n("↑")," ",n("↓")," move in it, ",n("Enter")," goes \
to the page, ",n("Esc")," closes."],l=s("p",{class:"callsheet-note"},...r),a=A("Find an operation",o,t,e,l);a.addEventListener(
"keydown",i=>Pt(i,o,e)),e.addEventListener("click",i=>{i.target.closest("a")&&a.close()});try{let i=await It(),c=()=>{let u=nt(
i,o.value);e.replaceChildren(...u.slice(0,H).map(Nt));let p=u.length===1?"1 operation":`${u.length||"No"} operations`,d=u.
length>H?`, the first ${H} of them below`:"";t.textContent=`${p}${d}.`};o.addEventListener("input",c),c()}catch{t.textContent=
"The list of operations cannot be loaded."}}function Pt(t,e,o){let n=[...o.querySelectorAll("a")],r=document.activeElement;
if(t.key==="Enter"&&r===e)t.preventDefault(),n[0]?.click();else if(t.key==="ArrowDown"||t.key==="ArrowUp"){t.preventDefault();
let a=n.indexOf(r)+(t.key==="ArrowDown"?1:-1);(a<0?e:n[Math.min(a,n.length-1)]??e).focus()}}function _t(t){let e=t;return e.
isContentEditable||/^(input|textarea|select)$/i.test(e.tagName)}function qt(){if(document.querySelector(".callsheet-find\
er"))return;let t=s("button",{type:"button",class:"callsheet-finder","aria-haspopup":"dialog",title:"Find an operation (\
Ctrl K)","aria-label":"Find an operation",click:rt},L(Bt)),e=document.querySelector(".md-header__title");e?(t.classList.
add("md-header__button","md-icon"),e.after(t)):document.querySelector(".callsheet")?.prepend(t)}function st(){addEventListener(
"keydown",t=>{(t.ctrlKey||t.metaKey)&&!t.altKey&&!t.shiftKey&&t.key.toLowerCase()==="k"&&!_t(t.target)&&(t.preventDefault(),
rt())}),f(qt)}var Ft="uid/";function at(){let t=document.querySelector("[data-callsheet-uids]"),e=P(location.hash);if(!t||!e)return;let o=document.
getElementById(e)?.querySelector("a");o&&t.contains(o)?location.replace(o.href):(t.querySelector("[role=status]")?.remove(),
t.prepend(s("p",{role:"status"},`No operation has the uid ${e}.`)))}function lt(){addEventListener("hashchange",at),f(()=>{
let t=S(Ft),e=location.href.split(/[?#]/)[0],[,o]=/^([^/]+)\/?$/.exec(e.slice(t.length))??[];e.startsWith(t)&&o&&o!=="in\
dex.html"?location.replace(`${t}index.html#${o}`):at()})}function v(t,e){let o=null;return{get(){try{return window[t].getItem(e)}catch{return o}},set(n){o=n;try{n===null?window[t].
removeItem(e):window[t].setItem(e,n)}catch{}}}}var R=v("sessionStorage","callsheet.values"),it=new Set,m={get(){try{return JSON.parse(R.get()??"")??{}}catch{return{}}},
set(t,e){let o={...m.get(),[t]:e};e||delete o[t],R.set(Object.keys(o).length?JSON.stringify(o):null),ct()},forget(){R.set(
null),ct()},onChange(t){it.add(t)}};function ct(){for(let t of it)t()}var b={base:/^https?:\/\/[^\s"'`\\$<>?#]+$/i,token:/^[\w.~+/=:-]+$/,
path:/^[\w.~-]+$/,number:/^-?\d+(\.\d+)?$/},O=["Basic","Bearer","SoTicket"];function T({scheme:t="Basic",user:e,password:o,
token:n}){if(t!=="Basic")return n?`${t} ${n}`:"";if(!e||!o)return"";let r=new TextEncoder().encode(`${e}:${o}`);return`B\
asic ${btoa(String.fromCharCode(...r))}`}var dt="••••••",U=new WeakMap;function ut(t,e,o){if(!e)return t;if(/^(bash|sh|shell|console|curl)$/.test(o))
return e==="'"?t.replaceAll("'","'\\''"):t.replace(/[\\"$`]/g,"\\$&");if(/^(powershell|pwsh)$/.test(o))return e==="'"?t.
replaceAll("'","''"):t.replace(/["$`]/g,"`$&");let n=t.replaceAll("\\","\\\\").replaceAll(e,`\\${e}`);return e!=='"'?n:/^(php|perl|kotlin|dart|groovy)$/.
test(o)?n.replaceAll("$","\\$"):o==="ruby"?n.replaceAll("#","\\#"):n}function Ht({fill:t,quote:e='"',language:o},n){let{
user:r,password:l}=(n.scheme??"Basic")==="Basic"?n:{},a=r&&l,i=p=>({text:ut(p,e,o),shown:dt}),c=p=>({text:p,shown:p});if(t===
"base")return n.base?c(n.base):null;if(t==="authorization"){let p=T(n);return p?{text:p,shown:`${p.split(" ")[0]} ${dt}`}:
null}if(t==="user")return a?c(ut(r,e,o)):null;if(t==="password")return a?i(l):null;if(t==="credentials")return a?i(`${r}\
:${l}`):null;let u=n[t];return u&&(e||b.number.test(u))?c(u):null}function ft(t,e){let{fill:o="",quote:n}=t.dataset,r=t.
closest("[data-language]")?.dataset.language;return Ht({fill:o,quote:n,language:r??""},e)}function C(t){return h("[data-\
fill]",t)}function pt(){let t=m.get();for(let e of C()){let o=U.get(e)??e.textContent??"";U.set(e,o);let n=ft(e,t);e.classList.
toggle("callsheet-filled",n!==null),e.textContent=n?n.shown:o}}function V(t){let e=m.get(),o=t.cloneNode(!0),n=C(t);return C(
o).forEach((r,l)=>{let a=n[l];r.textContent=ft(a,e)?.text??U.get(a)??r.textContent}),o.textContent??""}function mt(){m.onChange(
pt),f(pt)}async function D(t){try{return await navigator.clipboard.writeText(t),!0}catch{let e=s("textarea",{readonly:!0,class:"ca\
llsheet-offscreen"});e.value=t,document.body.append(e),e.select();let o=document.execCommand("copy");return e.remove(),o}}
function ht(t,e){let o=URL.createObjectURL(new Blob([t],{type:"text/plain"}));s("a",{href:o,download:e}).click(),setTimeout(
()=>URL.revokeObjectURL(o),1e3)}function gt(){let t=C(),e=[...new Set(t.map(d=>d.dataset.fill??""))],o=e.filter(d=>d.startsWith("path:")),n=s("p",{class:"\
callsheet-note",role:"status"}),r=m.get(),l=(d,x,E,St,Ct="text")=>{let K=`callsheet-value-${d}`,k=s("input",{id:K,type:Ct,
autocomplete:"off",spellcheck:"false","data-value":d,input(){let B=d==="base"?k.value.trim().replace(/\/+$/,""):k.value.
trim(),I=!B||!E||E.test(B);k.setAttribute("aria-invalid",String(!I)),n.textContent=I?"":`${x}: ${St}`,m.set(d,I?B:"")}});
return k.value=r[d]??"",s("p",{class:"callsheet-field"},s("label",{for:K},x),k)},a=s("select",{id:"callsheet-value-schem\
e",change(){m.set("scheme",a.value),u()}},...O.map(d=>s("option",{value:d},d)));a.value=r.scheme??"Basic";let i=s("div",
{},l("user","User",null,""),l("password","Password",null,"","password")),c=s("div",{},l("token","Token",b.token,"letters\
, digits and . _ ~ + / = : - only.","password"),s("p",{class:"callsheet-note"},"Samples that sign in with a user and a p\
assword keep those of the page.")),u=()=>{i.hidden=a.value!=="Basic",c.hidden=!i.hidden};u();let p=d=>t.some(({dataset:x})=>x.
quote===""&&x.fill===d);A("Your values",s("p",{},"They are filled into the samples of every page, stay in this tab until\
 you close it, and are sent nowhere."),e.includes("base")&&l("base","Address of the server",b.base,"an address such as h\
ttps://example.com/tenant."),s("p",{class:"callsheet-field"},s("label",{for:a.id},"Authentication"),a),i,c,...o.map(d=>p(
d)?l(d,d.slice(5),b.number,"a number, please."):l(d,d.slice(5),b.path,"letters, digits and . _ ~ - only.")),n,s("p",{},s(
"button",{type:"button",class:"callsheet-button",click(){m.forget();for(let d of h("[data-value]"))d.value="";a.value="B\
asic",u(),n.textContent="Forgotten."}},"Forget all")))}var Mt="M19 21H8V7h11m0-2H8a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h11a2 2 0 0 0 2-2V7a2 2 0 0 0-2-2m-3-4H4a2 2 0 0 0-2 2v14h2V3h\
12z",Rt="M5 20h14v-2H5m14-9h-4V3H9v6H5l7 7z",bt="callsheet:language",xt={ArrowRight:1,ArrowLeft:-1},yt=v("localStorage",
"callsheet.language");function wt(t){return h(":scope > input",t)}function z(t){return t.nextElementSibling}function Ut(t){
let e=wt(t),o=e.map(a=>{let i=z(a),c=i.nextElementSibling;c.id=`${a.id}-panel`;let u=s("button",{type:"button",role:"tab",
id:`${a.id}-tab`,"aria-controls":c.id,click(){n(u,!0)}},i.textContent??"");return c.setAttribute("role","tabpanel"),c.setAttribute(
"aria-labelledby",u.id),a.hidden=!0,i.hidden=!0,u}),n=(a,i)=>{if(o.forEach((c,u)=>{c.setAttribute("aria-selected",String(
c===a)),c.tabIndex=c===a?0:-1,e[u].checked=c===a}),!!i){yt.set(a.textContent);for(let c of h(".callsheet-tabs",t.closest(
".callsheet-variants")??t))c!==t&&c.dispatchEvent(new Event(bt))}},r=s("div",{role:"tablist",class:"callsheet-tablist","\
aria-label":"Language of the sample",keydown(a){let i=o.indexOf(document.activeElement),c=Vt(a.key,i,o.length,getComputedStyle(
t).direction==="rtl");c<0||i<0||(a.preventDefault(),o[c].focus(),n(o[c],!0))}},...o);t.prepend(r);let l=()=>{let a=yt.get(),
i=o.find(c=>c.textContent===a);n(i??o[e.findIndex(c=>c.checked)]??o[0],!1)};t.addEventListener(bt,l),l()}function Vt(t,e,o,n){
return t==="Home"?0:t==="End"?o-1:Object.hasOwn(xt,t)?(e+(n?-1:1)*xt[t]+o)%o:-1}function zt(t){let e=wt(t),o=t.querySelector(
".callsheet-choice"),n=s("select",{"aria-labelledby":o.id,change(){e[n.selectedIndex].checked=!0}},...e.map(r=>s("option",
{},z(r).textContent??"")));n.selectedIndex=e.findIndex(r=>r.checked);for(let r of e)r.hidden=!0,z(r).hidden=!0;o.after(n)}
function jt(t){let e=t.querySelector("pre > code"),o=t.querySelector(".callsheet-file");if(!e||!o)return;let n=y(),r=(c,u,p)=>s(
"button",{type:"button",class:"callsheet-icon",title:c,"aria-label":c,click:p},L(u)),l=o.querySelector("code")?.textContent,
a=s("span",{class:"callsheet-actions"},n);t.querySelector("[data-fill]")&&a.append(s("button",{type:"button",class:"call\
sheet-button","aria-haspopup":"dialog",click:gt},"Your values"));let i=async()=>{n.textContent=await D(V(e))?"Copied":"S\
elect the text to copy it",setTimeout(()=>{n.textContent=""},2e3)};a.append(r("Copy",Mt,i)),l&&a.append(r(`Download ${l}`,
Rt,()=>ht(V(e),l))),o.append(a)}function vt(){f(()=>{g(".callsheet-tabs",Ut),g(".callsheet-variants--many",zt),g(".calls\
heet-panel, .callsheet-program",jt)})}var j={};Lt(j,{SCHEMES:()=>O,VALID:()=>b,authorization:()=>T,badge:()=>$,copy:()=>D,load:()=>w,make:()=>s,onPage:()=>f,statusNote:()=>y,
storedText:()=>v,values:()=>m});var Kt=16;function Wt(t){let e=t.nextElementSibling,o=[...e.tBodies[0].rows];o.length>=Kt&&t.append(...Yt(e,o)),e.querySelectorAll(
"details").length>1&&t.append(Gt(e))}function Yt(t,e){let o=y(),n=t.getAttribute("aria-label")??"Rows",r=null,l=()=>{r??=
e.map(p=>(p.textContent??"").toLowerCase());let i=r,c=F(a.value),u=0;e.forEach((p,d)=>{let x=c.every(E=>i[d].includes(E));
p.hidden=!x,x&&(u+=1)}),o.textContent=c.length?`${u} of ${e.length} rows`:""},a=s("input",{type:"search",class:"callshee\
t-input","aria-label":`Filter: ${n}`,placeholder:`Filter ${e.length} rows`,input:l});return t.addEventListener(N,()=>{a.
value="",l()}),[a,o]}function Gt(t){let e=[...t.querySelectorAll("details")],o=s("button",{type:"button",class:"callshee\
t-button",click(){let r=e.some(l=>!l.open);for(let l of e)l.open=r;n()}}),n=()=>{o.textContent=e.every(r=>r.open)?"Colla\
pse all":"Expand all"};for(let r of e)r.addEventListener("toggle",n);return n(),o}var Jt={TABLE:"table",THEAD:"rowgroup",
TBODY:"rowgroup",TR:"row",TH:"columnheader",TD:"cell"};function Xt(t){let{rows:e,tBodies:o,tHead:n}=t,r=[...e].flatMap(l=>[
...l.cells]);for(let l of[t,n,...o,...e,...r])l?.setAttribute("role",Jt[l.tagName])}function kt(){f(()=>{g(".callsheet-t\
ools",Wt),g(".callsheet-table",Xt)})}Q(document.currentScript);window.callsheet={...j};vt();mt();kt();J();tt();st();lt();Z();Y();})();
