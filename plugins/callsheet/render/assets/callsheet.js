/*! Made by `make javascript`: sources 86174209df744f31, code 1d0214066e6f7c6a */
"use strict";(()=>{var Ie=Object.defineProperty;var Ne=(e,t)=>{for(var o in t)Ie(e,o,{get:t[o],enumerable:!0})};function r(e,t={},...o){let n=document.createElement(e);for(let[s,l]of Object.entries(t))typeof l=="function"?n.addEventListener(
s,l):l!==!1&&n.setAttribute(s,l===!0?"":String(l));return n.append(...o),n}function $(e){let t=document.createElementNS(
"http://www.w3.org/2000/svg","svg");t.setAttribute("viewBox","0 0 24 24"),t.setAttribute("aria-hidden","true");let o=document.
createElementNS(t.namespaceURI,"path");return o.setAttribute("d",e),t.append(o),t}function A(e){let t=e.toLowerCase();return r(
"span",{class:`callsheet-method callsheet-method--${t}`},e)}function h(e,t=document){return[...t.querySelectorAll(e)]}function w(e="\
callsheet-said"){return r("span",{role:"status",class:e})}var Q=[];function f(e){Q.push(e)}function Z(){let e=()=>{for(let t of Q)t()};document.readyState==="loading"?addEventListener(
"DOMContentLoaded",e):e(),window.document$?.subscribe(e)}function g(e,t){for(let o of h(e))o.dataset.callsheetReady===void 0&&
(o.dataset.callsheetReady="",t(o))}var B="callsheet:reveal";function ee(){let e=document.getElementById(q(location.hash));if(!e?.closest(".callsheet"))return;
let t=!1;for(let o=e;o;o=o.parentElement)o instanceof HTMLDetailsElement&&!o.open&&(o.open=!0,t=!0);e.hidden&&(e.closest(
"table")?.dispatchEvent(new Event(B)),t=!0),t&&e.scrollIntoView()}function q(e){try{return decodeURIComponent(e.slice(1))}catch{
return e.slice(1)}}function te(){let e=new Set;addEventListener("hashchange",ee),addEventListener("beforeprint",()=>{for(let t of h(
".callsheet details:not([open])")){let o=t;o.open=!0,e.add(o)}}),addEventListener("afterprint",()=>{for(let t of e)t.open=
!1;e.clear()}),f(ee)}var oe="";function ne(e){oe=new URL("../../",e.src).href}function E(e){return oe+e}function F(e){return E(`assets/callsh\
eet/${e}`)}var M=new Map;function x(e){let t=M.get(e);return t||(t=new Promise((o,n)=>{let s=()=>{M.delete(e),n(new Error(
`${e} cannot be loaded`))};document.head.append(r("script",{src:F(e),load:o,error:s}))}),M.set(e,t)),t}function Pe(){return new Promise(e=>{let t=F("console/console.css");document.head.append(r("link",{rel:"stylesheet",href:t,
load:e,error:e}))})}async function De(e){let{callsheet:t}=window;t.toggleConsole||await Promise.all([x("console/console.\
js"),Pe()]),await t.toggleConsole?.(e)}function _e(e){let t=w(),o=!1,n=r("button",{type:"button",class:"callsheet-button",
"aria-expanded":"false",async click(){if(!o){o=!0;try{await De(n),t.textContent=""}catch(s){t.textContent="It cannot be \
loaded.",reportError(s)}finally{o=!1}}}},"Try it");e.append(t,n)}function se(){f(()=>g(".callsheet-route",_e))}function Be(){let e=document.querySelector(".md-sidebar--secondary .md-nav--secondary"),t=document.querySelector(".md-na\
v--primary .md-nav__item--active > .md-nav__link--active");!e?.querySelector("li")||!t||document.getElementById("__toc")||
(t.before(r("input",{class:"md-nav__toggle md-toggle",type:"checkbox",id:"__toc"}),r("label",{class:t.className,for:"__t\
oc"},...t.cloneNode(!0).childNodes,r("span",{class:"md-nav__icon md-icon"}))),t.after(e.cloneNode(!0)))}function re(){f(
Be)}function O(e,...t){let o=r("button",{type:"button",class:"callsheet-button callsheet-close","aria-label":"Close",click(){
s.close()}},"×"),n=t.filter(l=>l!==!1),s=r("dialog",{class:"callsheet callsheet-dialog md-typeset","aria-label":e,close(){
s.remove()},click(l){l.target===s&&s.close()}},r("div",{},r("h2",{},e),...n,o));return document.body.append(s),s.showModal(),
s}var ae=new Set(["get","head","post","put","patch","delete","options"]);function le([e,t,o,n,s,l]){let a=[t,o,n,s].join("\
 ").toLowerCase();return{method:e,route:t,label:o,uid:n,summary:s,url:l,text:a}}function R(e){return e.toLowerCase().split(
/\s+/).filter(Boolean)}function ce(e,t){let o=R(t),n=e.filter(({method:a,text:i})=>o.every(c=>ae.has(c)?a.toLowerCase()===
c:i.includes(c))),[s=""]=o.filter(a=>!ae.has(a));return s?n.map(a=>({operation:a,rank:qe(a,s)})).sort((a,i)=>a.rank-i.rank).
map(({operation:a})=>a):n}function qe({uid:e,route:t,label:o},n){return e.toLowerCase()===n?0:o.toLowerCase().startsWith(
n)?1:t.toLowerCase().includes(`/${n}`)?2:`${t} ${o}`.toLowerCase().includes(n)?3:4}var Me="M4 5h16v2H4zm0 6h9v2H4zm0 6h7v2H4zm12.5-5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7m0-2a5.5 5.5 0 1 0 3.2 10l2.6 2.6 1\
.4-1.4-2.6-2.6A5.5 5.5 0 0 0 16.5 10",H=50,U=null;async function Fe(){return U||(await x("operations.js"),U=window.callsheetOperations.
map(le)),U}function Re({method:e,route:t,label:o,summary:n,url:s}){return r("li",{},r("a",{href:E(s)},A(e),r("span",{},r(
"strong",{},o),r("code",{},t),r("small",{},n))))}async function ie(){if(document.querySelector("dialog[open]"))return;let e=r(
"p",{role:"status",class:"callsheet-note"},"Loading …"),t=r("ul",{class:"callsheet-found"}),o=r("input",{type:"text",class:"\
callsheet-input","aria-label":"Method, path, words or uid",placeholder:"Method, path, words or uid",autocomplete:"off",spellcheck:"\
false"}),n=i=>r("kbd",{},i),s=[n("Ctrl K")," opens this list, ",n("↑")," ",n("↓")," move in it, ",n("Enter")," goes \
to the page, ",n("Esc")," closes."],l=r("p",{class:"callsheet-note"},...s),a=O("Find an operation",o,e,t,l);a.addEventListener(
"keydown",i=>He(i,o,t)),t.addEventListener("click",i=>{i.target.closest("a")&&a.close()});try{let i=await Fe(),c=()=>{let u=ce(
i,o.value);t.replaceChildren(...u.slice(0,H).map(Re));let p=u.length===1?"1 operation":`${u.length||"No"} operations`,d=u.
length>H?`, the first ${H} of them below`:"";e.textContent=`${p}${d}.`};o.addEventListener("input",c),c()}catch{e.textContent=
"The list of operations cannot be loaded."}}function He(e,t,o){let n=[...o.querySelectorAll("a")],s=document.activeElement;
if(e.key==="Enter"&&s===t)e.preventDefault(),n[0]?.click();else if(e.key==="ArrowDown"||e.key==="ArrowUp"){e.preventDefault();
let a=n.indexOf(s)+(e.key==="ArrowDown"?1:-1);(a<0?t:n[Math.min(a,n.length-1)]??t).focus()}}function Ue(e){let t=e;return t.
isContentEditable||/^(input|textarea|select)$/i.test(t.tagName)}function Ve(){if(document.querySelector(".callsheet-find\
er"))return;let e=r("button",{type:"button",class:"callsheet-finder","aria-haspopup":"dialog",title:"Find an operation (\
Ctrl K)","aria-label":"Find an operation",click:ie},$(Me)),t=document.querySelector(".md-header__title");t?(e.classList.
add("md-header__button","md-icon"),t.after(e)):document.querySelector(".callsheet")?.prepend(e)}function de(){addEventListener(
"keydown",e=>{(e.ctrlKey||e.metaKey)&&!e.altKey&&!e.shiftKey&&e.key.toLowerCase()==="k"&&!Ue(e.target)&&(e.preventDefault(),
ie())}),f(Ve)}var Ke="uid/";function ue(){let e=document.querySelector("[data-callsheet-uids]"),t=q(location.hash);if(!e||!t)return;let o=document.
getElementById(t)?.querySelector("a");o&&e.contains(o)?location.replace(o.href):(e.querySelector("[role=status]")?.remove(),
e.prepend(r("p",{role:"status"},`No operation has the uid ${t}.`)))}function pe(){addEventListener("hashchange",ue),f(()=>{
let e=E(Ke),t=location.href.split(/[?#]/)[0],[,o]=/^([^/]+)\/?$/.exec(t.slice(e.length))??[];t.startsWith(e)&&o&&o!=="in\
dex.html"?location.replace(`${e}index.html#${o}`):ue()})}function k(e,t){let o=null;return{get(){try{return window[e].getItem(t)}catch{return o}},set(n){o=n;try{n===null?window[e].
removeItem(t):window[e].setItem(t,n)}catch{}}}}var j=k("sessionStorage","callsheet.values"),he=new Set,T=new Map,fe=["user","password","token","key","keyName"];function me(){
try{return JSON.parse(j.get()??"")??{}}catch{return{}}}function V(){return globalThis.location?.pathname??""}var m={get:()=>({
...me(),...Object.fromEntries(T.get(V())??[])}),set(e,t){let o={...me(),[e]:t};t||delete o[e],fe.includes(e)&&(o.mark=Math.
random().toString(36).slice(2)),fe.some(n=>o[n])||delete o.mark,T.get(V())?.delete(e),j.set(Object.keys(o).length?JSON.stringify(
o):null),K()},setHere(e){T.set(V(),new Map(e)),K()},forget(){j.set(null),T.clear(),K()},onChange(e){he.add(e)}};function K(){
for(let e of he)e()}var b={base:/^https?:\/\/[^\s"'`\\$<>?#]+$/i,token:/^[\w.~+/=:-]+$/,key:/^[\w.~+/=:-]+$/,keyName:/^[\w-]+$/,
path:/^[\w.~-]+$/,number:/^-?\d+(\.\d+)?$/},S="API key",je="X-API-Key";function I(){let t=document.querySelector("[data-\
callsheet-schemes]")?.dataset.callsheetSchemes?.split(" ")??[];return[...new Set(["Basic","Bearer",...t,S,m.get().scheme??
"Basic"])]}function ge(e){if(e.scheme===S)return e.key?[e.keyName??je,e.key]:null;let t=z(e);return t?["Authorization",t]:
null}function z({scheme:e="Basic",user:t,password:o,token:n}){if(e===S)return"";if(e!=="Basic")return n?`${e} ${n}`:"";if(!t||
!o)return"";let s=new TextEncoder().encode(`${t}:${o}`);return`Basic ${btoa(String.fromCharCode(...s))}`}var be="••••••",W=new WeakMap;function ye(e,t,o){if(!t)return e;if(/^(bash|sh|shell|console|curl)$/.test(o))
return t==="'"?e.replaceAll("'","'\\''"):e.replace(/[\\"$`]/g,"\\$&");if(/^(powershell|pwsh)$/.test(o))return t==="'"?e.
replaceAll("'","''"):e.replace(/["$`]/g,"`$&");let n=e.replaceAll("\\","\\\\").replaceAll(t,`\\${t}`);return t!=='"'?n:/^(php|perl|kotlin|dart|groovy)$/.
test(o)?n.replaceAll("$","\\$"):o==="ruby"?n.replaceAll("#","\\#"):n}function ze({fill:e,quote:t='"',language:o},n){let{
user:s,password:l}=(n.scheme??"Basic")==="Basic"?n:{},a=s&&l,i=p=>({text:ye(p,t,o),shown:be}),c=p=>({text:p,shown:p});if(e===
"base")return n.base?c(n.base):null;if(e==="authorization"){let p=z(n);return p?{text:p,shown:`${p.split(" ")[0]} ${be}`}:
null}if(e==="user")return a?c(ye(s,t,o)):null;if(e==="password")return a?i(l):null;if(e==="credentials")return a?i(`${s}\
:${l}`):null;let u=n[e];return u&&(t||b.number.test(u))?c(u):null}function xe(e,t){let{fill:o="",quote:n}=e.dataset,s=e.
closest("[data-language]")?.dataset.language;return ze({fill:o,quote:n,language:s??""},t)}function C(e){return h("[data-\
fill]",e)}function we(){let e=m.get();for(let t of C()){let o=W.get(t)??t.textContent??"";W.set(t,o);let n=xe(t,e);t.classList.
toggle("callsheet-filled",n!==null),t.textContent=n?n.shown:o}}function Y(e){let t=m.get(),o=e.cloneNode(!0),n=C(e);return C(
o).forEach((s,l)=>{let a=n[l];s.textContent=xe(a,t)?.text??W.get(a)??s.textContent}),o.textContent??""}function ke(){m.onChange(
we),f(we)}async function N(e){try{return await navigator.clipboard.writeText(e),!0}catch{let t=r("textarea",{readonly:!0,class:"ca\
llsheet-offscreen"});t.value=e,document.body.append(t),t.select();let o=document.execCommand("copy");return t.remove(),o}}
function P(e,t){let o=URL.createObjectURL(new Blob([e],{type:"text/plain"}));r("a",{href:o,download:t}).click(),setTimeout(
()=>URL.revokeObjectURL(o),1e3)}function ve(){let e=C(),t=[...new Set(e.map(d=>d.dataset.fill??""))],o=t.filter(d=>d.startsWith("path:")),n=r("p",{class:"\
callsheet-note",role:"status"}),s=m.get(),l=(d,y,L,Oe,Te="text")=>{let X=`callsheet-value-${d}`,v=r("input",{id:X,type:Te,
autocomplete:"off",spellcheck:"false","data-value":d,input(){let D=d==="base"?v.value.trim().replace(/\/+$/,""):v.value.
trim(),_=!D||!L||L.test(D);v.setAttribute("aria-invalid",String(!_)),n.textContent=_?"":`${y}: ${Oe}`,m.set(d,_?D:"")}});
return v.value=s[d]??"",r("p",{class:"callsheet-field"},r("label",{for:X},y),v)},a=r("select",{id:"callsheet-value-schem\
e",change(){m.set("scheme",a.value),u()}},...I().map(d=>r("option",{value:d},d)));a.value=s.scheme??"Basic";let i=r("div",
{},l("user","User",null,""),l("password","Password",null,"","password")),c=r("div",{},l("token","Token",b.token,"letters\
, digits and . _ ~ + / = : - only.","password"),r("p",{class:"callsheet-note"},"Samples that sign in with a user and a p\
assword keep those of the page.")),u=()=>{i.hidden=a.value!=="Basic",c.hidden=!i.hidden};u();let p=d=>e.some(({dataset:y})=>y.
quote===""&&y.fill===d);O("Your values",r("p",{},"They are filled into the samples of every page, stay in this tab until\
 you close it, and are sent nowhere."),t.includes("base")&&l("base","Address of the server",b.base,"an address such as h\
ttps://example.com/tenant."),r("p",{class:"callsheet-field"},r("label",{for:a.id},"Authentication"),a),i,c,...o.map(d=>p(
d)?l(d,d.slice(5),b.number,"a number, please."):l(d,d.slice(5),b.path,"letters, digits and . _ ~ - only.")),n,r("p",{},r(
"button",{type:"button",class:"callsheet-button",click(){m.forget();for(let d of h("[data-value]"))d.value="";a.value="B\
asic",u(),n.textContent="Forgotten."}},"Forget all")))}var We="M19 21H8V7h11m0-2H8a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h11a2 2 0 0 0 2-2V7a2 2 0 0 0-2-2m-3-4H4a2 2 0 0 0-2 2v14h2V3h\
12z",Ye="M5 20h14v-2H5m14-9h-4V3H9v6H5l7 7z",Ee="callsheet:language",Se={ArrowRight:1,ArrowLeft:-1},Ce=k("localStorage",
"callsheet.language");function Le(e){return h(":scope > input",e)}function G(e){return e.nextElementSibling}function Ge(e){
let t=Le(e),o=t.map(a=>{let i=G(a),c=i.nextElementSibling;c.id=`${a.id}-panel`;let u=r("button",{type:"button",role:"tab",
id:`${a.id}-tab`,"aria-controls":c.id,click(){n(u,!0)}},i.textContent??"");return c.setAttribute("role","tabpanel"),c.setAttribute(
"aria-labelledby",u.id),a.hidden=!0,i.hidden=!0,u}),n=(a,i)=>{if(o.forEach((c,u)=>{c.setAttribute("aria-selected",String(
c===a)),c.tabIndex=c===a?0:-1,t[u].checked=c===a}),!!i){Ce.set(a.textContent);for(let c of h(".callsheet-tabs",e.closest(
".callsheet-variants")??e))c!==e&&c.dispatchEvent(new Event(Ee))}},s=r("div",{role:"tablist",class:"callsheet-tablist","\
aria-label":"Language of the sample",keydown(a){let i=o.indexOf(document.activeElement),c=Je(a.key,i,o.length,getComputedStyle(
e).direction==="rtl");c<0||i<0||(a.preventDefault(),o[c].focus(),n(o[c],!0))}},...o);e.prepend(s);let l=()=>{let a=Ce.get(),
i=o.find(c=>c.textContent===a);n(i??o[t.findIndex(c=>c.checked)]??o[0],!1)};e.addEventListener(Ee,l),l()}function Je(e,t,o,n){
return e==="Home"?0:e==="End"?o-1:Object.hasOwn(Se,e)?(t+(n?-1:1)*Se[e]+o)%o:-1}function Xe(e){let t=Le(e),o=e.querySelector(
".callsheet-choice"),n=r("select",{"aria-labelledby":o.id,change(){t[n.selectedIndex].checked=!0}},...t.map(s=>r("option",
{},G(s).textContent??"")));n.selectedIndex=t.findIndex(s=>s.checked);for(let s of t)s.hidden=!0,G(s).hidden=!0;o.after(n)}
function Qe(e){let t=e.querySelector("pre > code"),o=e.querySelector(".callsheet-file");if(!t||!o)return;let n=w(),s=(c,u,p)=>r(
"button",{type:"button",class:"callsheet-icon",title:c,"aria-label":c,click:p},$(u)),l=o.querySelector("code")?.textContent,
a=r("span",{class:"callsheet-actions"},n);e.querySelector("[data-fill]")&&a.append(r("button",{type:"button",class:"call\
sheet-button","aria-haspopup":"dialog",click:ve},"Your values"));let i=async()=>{n.textContent=await N(Y(t))?"Copied":"S\
elect the text to copy it",setTimeout(()=>{n.textContent=""},2e3)};a.append(s("Copy",We,i)),l&&a.append(s(`Download ${l}`,
Ye,()=>P(Y(t),l))),o.append(a)}function $e(){f(()=>{g(".callsheet-tabs",Ge),g(".callsheet-variants--many",Xe),g(".callsh\
eet-panel, .callsheet-program",Qe)})}var J={};Ne(J,{API_KEY:()=>S,VALID:()=>b,badge:()=>A,copy:()=>N,credentials:()=>ge,load:()=>x,make:()=>r,onPage:()=>f,save:()=>P,
schemes:()=>I,statusNote:()=>w,storedText:()=>k,values:()=>m});var Ze=16;function et(e){let t=e.nextElementSibling,o=[...t.tBodies[0].rows];o.length>=Ze&&e.append(...tt(t,o)),t.querySelectorAll(
"details").length>1&&e.append(ot(t))}function tt(e,t){let o=w(),n=e.getAttribute("aria-label")??"Rows",s=null,l=()=>{s??=
t.map(p=>(p.textContent??"").toLowerCase());let i=s,c=R(a.value),u=0;t.forEach((p,d)=>{let y=c.every(L=>i[d].includes(L));
p.hidden=!y,y&&(u+=1)}),o.textContent=c.length?`${u} of ${t.length} rows`:""},a=r("input",{type:"search",class:"callshee\
t-input","aria-label":`Filter: ${n}`,placeholder:`Filter ${t.length} rows`,input:l});return e.addEventListener(B,()=>{a.
value="",l()}),[a,o]}function ot(e){let t=[...e.querySelectorAll("details")],o=r("button",{type:"button",class:"callshee\
t-button",click(){let s=t.some(l=>!l.open);for(let l of t)l.open=s;n()}}),n=()=>{o.textContent=t.every(s=>s.open)?"Colla\
pse all":"Expand all"};for(let s of t)s.addEventListener("toggle",n);return n(),o}var nt={TABLE:"table",THEAD:"rowgroup",
TBODY:"rowgroup",TR:"row",TH:"columnheader",TD:"cell"};function st(e){let{rows:t,tBodies:o,tHead:n}=e,s=[...t].flatMap(l=>[
...l.cells]);for(let l of[e,n,...o,...t,...s])l?.setAttribute("role",nt[l.tagName])}function Ae(){f(()=>{g(".callsheet-t\
ools",et),g(".callsheet-table",st)})}ne(document.currentScript);window.callsheet={...J};$e();ke();Ae();te();re();de();pe();se();Z();})();
