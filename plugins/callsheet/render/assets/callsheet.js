/*! Made by `make javascript`: sources f2659650307e1204, code ed9336cad78f53b1 */
"use strict";(()=>{var Ee=Object.defineProperty;var Le=(e,t)=>{for(var o in t)Ee(e,o,{get:t[o],enumerable:!0})};function r(e,t={},...o){let n=document.createElement(e);for(let[s,l]of Object.entries(t))typeof l=="function"?n.addEventListener(
s,l):l!==!1&&n.setAttribute(s,l===!0?"":String(l));return n.append(...o),n}function L(e){let t=document.createElementNS(
"http://www.w3.org/2000/svg","svg");t.setAttribute("viewBox","0 0 24 24"),t.setAttribute("aria-hidden","true");let o=document.
createElementNS(t.namespaceURI,"path");return o.setAttribute("d",e),t.append(o),t}function $(e){let t=e.toLowerCase();return r(
"span",{class:`callsheet-method callsheet-method--${t}`},e)}function h(e,t=document){return[...t.querySelectorAll(e)]}function w(e="\
callsheet-said"){return r("span",{role:"status",class:e})}var W=[];function f(e){W.push(e)}function Y(){let e=()=>{for(let t of W)t()};document.readyState==="loading"?addEventListener(
"DOMContentLoaded",e):e(),window.document$?.subscribe(e)}function g(e,t){for(let o of h(e))o.dataset.callsheetReady===void 0&&
(o.dataset.callsheetReady="",t(o))}var N="callsheet:reveal";function G(){let e=document.getElementById(P(location.hash));if(!e?.closest(".callsheet"))return;
let t=!1;for(let o=e;o;o=o.parentElement)o instanceof HTMLDetailsElement&&!o.open&&(o.open=!0,t=!0);e.hidden&&(e.closest(
"table")?.dispatchEvent(new Event(N)),t=!0),t&&e.scrollIntoView()}function P(e){try{return decodeURIComponent(e.slice(1))}catch{
return e.slice(1)}}function J(){let e=new Set;addEventListener("hashchange",G),addEventListener("beforeprint",()=>{for(let t of h(
".callsheet details:not([open])")){let o=t;o.open=!0,e.add(o)}}),addEventListener("afterprint",()=>{for(let t of e)t.open=
!1;e.clear()}),f(G)}var X="";function Q(e){X=new URL("../../",e.src).href}function C(e){return X+e}function q(e){return C(`assets/callsheet/${e}`)}
var _=new Map;function y(e){let t=_.get(e);return t||(t=new Promise((o,n)=>{let s=()=>{_.delete(e),n(new Error(`${e} can\
not be loaded`))};document.head.append(r("script",{src:q(e),load:o,error:s}))}),_.set(e,t)),t}function $e(){return new Promise(e=>{let t=q("console/console.css");document.head.append(r("link",{rel:"stylesheet",href:t,
load:e,error:e}))})}async function Ae(e){let{callsheet:t}=window;t.toggleConsole||await Promise.all([y("console/console.\
js"),$e()]),await t.toggleConsole?.(e)}function Oe(e){let t=w(),o=!1,n=r("button",{type:"button",class:"callsheet-button",
"aria-expanded":"false",async click(){if(!o){o=!0;try{await Ae(n),t.textContent=""}catch(s){t.textContent="It cannot be \
loaded.",reportError(s)}finally{o=!1}}}},"Try it");e.append(t,n)}function Z(){f(()=>g(".callsheet-route",Oe))}function Te(){let e=document.querySelector(".md-sidebar--secondary .md-nav--secondary"),t=document.querySelector(".md-na\
v--primary .md-nav__item--active > .md-nav__link--active");!e?.querySelector("li")||!t||document.getElementById("__toc")||
(t.before(r("input",{class:"md-nav__toggle md-toggle",type:"checkbox",id:"__toc"}),r("label",{class:t.className,for:"__t\
oc"},...t.cloneNode(!0).childNodes,r("span",{class:"md-nav__icon md-icon"}))),t.after(e.cloneNode(!0)))}function ee(){f(
Te)}function A(e,...t){let o=r("button",{type:"button",class:"callsheet-button callsheet-close","aria-label":"Close",click(){
s.close()}},"×"),n=t.filter(l=>l!==!1),s=r("dialog",{class:"callsheet callsheet-dialog md-typeset","aria-label":e,close(){
s.remove()},click(l){l.target===s&&s.close()}},r("div",{},r("h2",{},e),...n,o));return document.body.append(s),s.showModal(),
s}var te=new Set(["get","head","post","put","patch","delete","options"]);function oe([e,t,o,n,s,l]){let a=[t,o,n,s].join("\
 ").toLowerCase();return{method:e,route:t,label:o,uid:n,summary:s,url:l,text:a}}function F(e){return e.toLowerCase().split(
/\s+/).filter(Boolean)}function ne(e,t){let o=F(t),n=e.filter(({method:a,text:i})=>o.every(c=>te.has(c)?a.toLowerCase()===
c:i.includes(c))),[s=""]=o.filter(a=>!te.has(a));return s?n.map(a=>({operation:a,rank:Be(a,s)})).sort((a,i)=>a.rank-i.rank).
map(({operation:a})=>a):n}function Be({uid:e,route:t,label:o},n){return e.toLowerCase()===n?0:o.toLowerCase().startsWith(
n)?1:t.toLowerCase().includes(`/${n}`)?2:`${t} ${o}`.toLowerCase().includes(n)?3:4}var De="M4 5h16v2H4zm0 6h9v2H4zm0 6h7v2H4zm12.5-5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7m0-2a5.5 5.5 0 1 0 3.2 10l2.6 2.6 1\
.4-1.4-2.6-2.6A5.5 5.5 0 0 0 16.5 10",R=50,U=null;async function Ie(){return U||(await y("operations.js"),U=window.callsheetOperations.
map(oe)),U}function Ne({method:e,route:t,label:o,summary:n,url:s}){return r("li",{},r("a",{href:C(s)},$(e),r("span",{},r(
"strong",{},o),r("code",{},t),r("small",{},n))))}async function se(){if(document.querySelector("dialog[open]"))return;let e=r(
"p",{role:"status",class:"callsheet-note"},"Loading …"),t=r("ul",{class:"callsheet-found"}),o=r("input",{type:"text",class:"\
callsheet-input","aria-label":"Method, path, words or uid",placeholder:"Method, path, words or uid",autocomplete:"off",spellcheck:"\
false"}),n=i=>r("kbd",{},i),s=[n("Ctrl K")," opens this list, ",n("↑")," ",n("↓")," move in it, ",n("Enter")," goes \
to the page, ",n("Esc")," closes."],l=r("p",{class:"callsheet-note"},...s),a=A("Find an operation",o,e,t,l);a.addEventListener(
"keydown",i=>Pe(i,o,t)),t.addEventListener("click",i=>{i.target.closest("a")&&a.close()});try{let i=await Ie(),c=()=>{let u=ne(
i,o.value);t.replaceChildren(...u.slice(0,R).map(Ne));let p=u.length===1?"1 operation":`${u.length||"No"} operations`,d=u.
length>R?`, the first ${R} of them below`:"";e.textContent=`${p}${d}.`};o.addEventListener("input",c),c()}catch{e.textContent=
"The list of operations cannot be loaded."}}function Pe(e,t,o){let n=[...o.querySelectorAll("a")],s=document.activeElement;
if(e.key==="Enter"&&s===t)e.preventDefault(),n[0]?.click();else if(e.key==="ArrowDown"||e.key==="ArrowUp"){e.preventDefault();
let a=n.indexOf(s)+(e.key==="ArrowDown"?1:-1);(a<0?t:n[Math.min(a,n.length-1)]??t).focus()}}function _e(e){let t=e;return t.
isContentEditable||/^(input|textarea|select)$/i.test(t.tagName)}function qe(){if(document.querySelector(".callsheet-find\
er"))return;let e=r("button",{type:"button",class:"callsheet-finder","aria-haspopup":"dialog",title:"Find an operation (\
Ctrl K)","aria-label":"Find an operation",click:se},L(De)),t=document.querySelector(".md-header__title");t?(e.classList.
add("md-header__button","md-icon"),t.after(e)):document.querySelector(".callsheet")?.prepend(e)}function re(){addEventListener(
"keydown",e=>{(e.ctrlKey||e.metaKey)&&!e.altKey&&!e.shiftKey&&e.key.toLowerCase()==="k"&&!_e(e.target)&&(e.preventDefault(),
se())}),f(qe)}var Fe="uid/";function ae(){let e=document.querySelector("[data-callsheet-uids]"),t=P(location.hash);if(!e||!t)return;let o=document.
getElementById(t)?.querySelector("a");o&&e.contains(o)?location.replace(o.href):(e.querySelector("[role=status]")?.remove(),
e.prepend(r("p",{role:"status"},`No operation has the uid ${t}.`)))}function le(){addEventListener("hashchange",ae),f(()=>{
let e=C(Fe),t=location.href.split(/[?#]/)[0],[,o]=/^([^/]+)\/?$/.exec(t.slice(e.length))??[];t.startsWith(e)&&o&&o!=="in\
dex.html"?location.replace(`${e}index.html#${o}`):ae()})}function v(e,t){let o=null;return{get(){try{return window[e].getItem(t)}catch{return o}},set(n){o=n;try{n===null?window[e].
removeItem(t):window[e].setItem(t,n)}catch{}}}}var H=v("sessionStorage","callsheet.values"),ie=new Set,m={get(){try{return JSON.parse(H.get()??"")??{}}catch{return{}}},
set(e,t){let o={...m.get(),[e]:t};t||delete o[e],H.set(Object.keys(o).length?JSON.stringify(o):null),ce()},forget(){H.set(
null),ce()},onChange(e){ie.add(e)}};function ce(){for(let e of ie)e()}var b={base:/^https?:\/\/[^\s"'`\\$<>?#]+$/i,token:/^[\w.~+/=:-]+$/,
path:/^[\w.~-]+$/,number:/^-?\d+(\.\d+)?$/};function O(){let t=document.querySelector("[data-callsheet-schemes]")?.dataset.
callsheetSchemes?.split(" ")??[];return[...new Set(["Basic","Bearer",...t,m.get().scheme??"Basic"])]}function T({scheme:e="\
Basic",user:t,password:o,token:n}){if(e!=="Basic")return n?`${e} ${n}`:"";if(!t||!o)return"";let s=new TextEncoder().encode(
`${t}:${o}`);return`Basic ${btoa(String.fromCharCode(...s))}`}var de="••••••",M=new WeakMap;function ue(e,t,o){if(!t)return e;if(/^(bash|sh|shell|console|curl)$/.test(o))
return t==="'"?e.replaceAll("'","'\\''"):e.replace(/[\\"$`]/g,"\\$&");if(/^(powershell|pwsh)$/.test(o))return t==="'"?e.
replaceAll("'","''"):e.replace(/["$`]/g,"`$&");let n=e.replaceAll("\\","\\\\").replaceAll(t,`\\${t}`);return t!=='"'?n:/^(php|perl|kotlin|dart|groovy)$/.
test(o)?n.replaceAll("$","\\$"):o==="ruby"?n.replaceAll("#","\\#"):n}function Re({fill:e,quote:t='"',language:o},n){let{
user:s,password:l}=(n.scheme??"Basic")==="Basic"?n:{},a=s&&l,i=p=>({text:ue(p,t,o),shown:de}),c=p=>({text:p,shown:p});if(e===
"base")return n.base?c(n.base):null;if(e==="authorization"){let p=T(n);return p?{text:p,shown:`${p.split(" ")[0]} ${de}`}:
null}if(e==="user")return a?c(ue(s,t,o)):null;if(e==="password")return a?i(l):null;if(e==="credentials")return a?i(`${s}\
:${l}`):null;let u=n[e];return u&&(t||b.number.test(u))?c(u):null}function fe(e,t){let{fill:o="",quote:n}=e.dataset,s=e.
closest("[data-language]")?.dataset.language;return Re({fill:o,quote:n,language:s??""},t)}function S(e){return h("[data-\
fill]",e)}function pe(){let e=m.get();for(let t of S()){let o=M.get(t)??t.textContent??"";M.set(t,o);let n=fe(t,e);t.classList.
toggle("callsheet-filled",n!==null),t.textContent=n?n.shown:o}}function V(e){let t=m.get(),o=e.cloneNode(!0),n=S(e);return S(
o).forEach((s,l)=>{let a=n[l];s.textContent=fe(a,t)?.text??M.get(a)??s.textContent}),o.textContent??""}function me(){m.onChange(
pe),f(pe)}async function B(e){try{return await navigator.clipboard.writeText(e),!0}catch{let t=r("textarea",{readonly:!0,class:"ca\
llsheet-offscreen"});t.value=e,document.body.append(t),t.select();let o=document.execCommand("copy");return t.remove(),o}}
function he(e,t){let o=URL.createObjectURL(new Blob([e],{type:"text/plain"}));r("a",{href:o,download:t}).click(),setTimeout(
()=>URL.revokeObjectURL(o),1e3)}function ge(){let e=S(),t=[...new Set(e.map(d=>d.dataset.fill??""))],o=t.filter(d=>d.startsWith("path:")),n=r("p",{class:"\
callsheet-note",role:"status"}),s=m.get(),l=(d,x,E,Ce,Se="text")=>{let K=`callsheet-value-${d}`,k=r("input",{id:K,type:Se,
autocomplete:"off",spellcheck:"false","data-value":d,input(){let D=d==="base"?k.value.trim().replace(/\/+$/,""):k.value.
trim(),I=!D||!E||E.test(D);k.setAttribute("aria-invalid",String(!I)),n.textContent=I?"":`${x}: ${Ce}`,m.set(d,I?D:"")}});
return k.value=s[d]??"",r("p",{class:"callsheet-field"},r("label",{for:K},x),k)},a=r("select",{id:"callsheet-value-schem\
e",change(){m.set("scheme",a.value),u()}},...O().map(d=>r("option",{value:d},d)));a.value=s.scheme??"Basic";let i=r("div",
{},l("user","User",null,""),l("password","Password",null,"","password")),c=r("div",{},l("token","Token",b.token,"letters\
, digits and . _ ~ + / = : - only.","password"),r("p",{class:"callsheet-note"},"Samples that sign in with a user and a p\
assword keep those of the page.")),u=()=>{i.hidden=a.value!=="Basic",c.hidden=!i.hidden};u();let p=d=>e.some(({dataset:x})=>x.
quote===""&&x.fill===d);A("Your values",r("p",{},"They are filled into the samples of every page, stay in this tab until\
 you close it, and are sent nowhere."),t.includes("base")&&l("base","Address of the server",b.base,"an address such as h\
ttps://example.com/tenant."),r("p",{class:"callsheet-field"},r("label",{for:a.id},"Authentication"),a),i,c,...o.map(d=>p(
d)?l(d,d.slice(5),b.number,"a number, please."):l(d,d.slice(5),b.path,"letters, digits and . _ ~ - only.")),n,r("p",{},r(
"button",{type:"button",class:"callsheet-button",click(){m.forget();for(let d of h("[data-value]"))d.value="";a.value="B\
asic",u(),n.textContent="Forgotten."}},"Forget all")))}var Ue="M19 21H8V7h11m0-2H8a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h11a2 2 0 0 0 2-2V7a2 2 0 0 0-2-2m-3-4H4a2 2 0 0 0-2 2v14h2V3h\
12z",He="M5 20h14v-2H5m14-9h-4V3H9v6H5l7 7z",be="callsheet:language",xe={ArrowRight:1,ArrowLeft:-1},we=v("localStorage",
"callsheet.language");function ye(e){return h(":scope > input",e)}function z(e){return e.nextElementSibling}function Me(e){
let t=ye(e),o=t.map(a=>{let i=z(a),c=i.nextElementSibling;c.id=`${a.id}-panel`;let u=r("button",{type:"button",role:"tab",
id:`${a.id}-tab`,"aria-controls":c.id,click(){n(u,!0)}},i.textContent??"");return c.setAttribute("role","tabpanel"),c.setAttribute(
"aria-labelledby",u.id),a.hidden=!0,i.hidden=!0,u}),n=(a,i)=>{if(o.forEach((c,u)=>{c.setAttribute("aria-selected",String(
c===a)),c.tabIndex=c===a?0:-1,t[u].checked=c===a}),!!i){we.set(a.textContent);for(let c of h(".callsheet-tabs",e.closest(
".callsheet-variants")??e))c!==e&&c.dispatchEvent(new Event(be))}},s=r("div",{role:"tablist",class:"callsheet-tablist","\
aria-label":"Language of the sample",keydown(a){let i=o.indexOf(document.activeElement),c=Ve(a.key,i,o.length,getComputedStyle(
e).direction==="rtl");c<0||i<0||(a.preventDefault(),o[c].focus(),n(o[c],!0))}},...o);e.prepend(s);let l=()=>{let a=we.get(),
i=o.find(c=>c.textContent===a);n(i??o[t.findIndex(c=>c.checked)]??o[0],!1)};e.addEventListener(be,l),l()}function Ve(e,t,o,n){
return e==="Home"?0:e==="End"?o-1:Object.hasOwn(xe,e)?(t+(n?-1:1)*xe[e]+o)%o:-1}function ze(e){let t=ye(e),o=e.querySelector(
".callsheet-choice"),n=r("select",{"aria-labelledby":o.id,change(){t[n.selectedIndex].checked=!0}},...t.map(s=>r("option",
{},z(s).textContent??"")));n.selectedIndex=t.findIndex(s=>s.checked);for(let s of t)s.hidden=!0,z(s).hidden=!0;o.after(n)}
function je(e){let t=e.querySelector("pre > code"),o=e.querySelector(".callsheet-file");if(!t||!o)return;let n=w(),s=(c,u,p)=>r(
"button",{type:"button",class:"callsheet-icon",title:c,"aria-label":c,click:p},L(u)),l=o.querySelector("code")?.textContent,
a=r("span",{class:"callsheet-actions"},n);e.querySelector("[data-fill]")&&a.append(r("button",{type:"button",class:"call\
sheet-button","aria-haspopup":"dialog",click:ge},"Your values"));let i=async()=>{n.textContent=await B(V(t))?"Copied":"S\
elect the text to copy it",setTimeout(()=>{n.textContent=""},2e3)};a.append(s("Copy",Ue,i)),l&&a.append(s(`Download ${l}`,
He,()=>he(V(t),l))),o.append(a)}function ve(){f(()=>{g(".callsheet-tabs",Me),g(".callsheet-variants--many",ze),g(".calls\
heet-panel, .callsheet-program",je)})}var j={};Le(j,{VALID:()=>b,authorization:()=>T,badge:()=>$,copy:()=>B,load:()=>y,make:()=>r,onPage:()=>f,schemes:()=>O,statusNote:()=>w,
storedText:()=>v,values:()=>m});var Ke=16;function We(e){let t=e.nextElementSibling,o=[...t.tBodies[0].rows];o.length>=Ke&&e.append(...Ye(t,o)),t.querySelectorAll(
"details").length>1&&e.append(Ge(t))}function Ye(e,t){let o=w(),n=e.getAttribute("aria-label")??"Rows",s=null,l=()=>{s??=
t.map(p=>(p.textContent??"").toLowerCase());let i=s,c=F(a.value),u=0;t.forEach((p,d)=>{let x=c.every(E=>i[d].includes(E));
p.hidden=!x,x&&(u+=1)}),o.textContent=c.length?`${u} of ${t.length} rows`:""},a=r("input",{type:"search",class:"callshee\
t-input","aria-label":`Filter: ${n}`,placeholder:`Filter ${t.length} rows`,input:l});return e.addEventListener(N,()=>{a.
value="",l()}),[a,o]}function Ge(e){let t=[...e.querySelectorAll("details")],o=r("button",{type:"button",class:"callshee\
t-button",click(){let s=t.some(l=>!l.open);for(let l of t)l.open=s;n()}}),n=()=>{o.textContent=t.every(s=>s.open)?"Colla\
pse all":"Expand all"};for(let s of t)s.addEventListener("toggle",n);return n(),o}var Je={TABLE:"table",THEAD:"rowgroup",
TBODY:"rowgroup",TR:"row",TH:"columnheader",TD:"cell"};function Xe(e){let{rows:t,tBodies:o,tHead:n}=e,s=[...t].flatMap(l=>[
...l.cells]);for(let l of[e,n,...o,...t,...s])l?.setAttribute("role",Je[l.tagName])}function ke(){f(()=>{g(".callsheet-t\
ools",We),g(".callsheet-table",Xe)})}Q(document.currentScript);window.callsheet={...j};ve();me();ke();J();ee();re();le();Z();Y();})();
