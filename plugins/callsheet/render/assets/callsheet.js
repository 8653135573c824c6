/*! Made by `make javascript`: sources 8287343d242f8640, code fb5885229d5f1dab */
"use strict";(()=>{var Ee=Object.defineProperty;var ke=(e,t)=>{for(var o in t)Ee(e,o,{get:t[o],enumerable:!0})};function r(e,t={},...o){let n=document.createElement(e);for(let[s,a]of Object.entries(t))typeof a=="function"?n.addEventListener(
s,a):a!==!1&&n.setAttribute(s,a===!0?"":String(a));return n.append(...o),n}function $(e){let t=document.createElementNS(
"http://www.w3.org/2000/svg","svg");t.setAttribute("viewBox","0 0 24 24"),t.setAttribute("aria-hidden","true");let o=document.
createElementNS(t.namespaceURI,"path");return o.setAttribute("d",e),t.append(o),t}function W(e){let t=e.toLowerCase();return r(
"span",{class:`callsheet-method callsheet-method--${t}`},e)}function h(e,t=document){return[...t.querySelectorAll(e)]}function x(e="\
callsheet-said"){return r("span",{role:"status",class:e})}var Y=[];function f(e){Y.push(e)}function G(){let e=()=>{for(let t of Y)t()};document.readyState==="loading"?addEventListener(
"DOMContentLoaded",e):e(),window.document$?.subscribe(e)}function g(e,t){for(let o of h(e))o.dataset.callsheetReady===void 0&&
(o.dataset.callsheetReady="",t(o))}var O="callsheet:reveal";function J(){let e=document.getElementById(q(location.hash));if(!e?.closest(".callsheet"))return;
let t=!1;for(let o=e;o;o=o.parentElement)o instanceof HTMLDetailsElement&&!o.open&&(o.open=!0,t=!0);e.hidden&&(e.closest(
"table")?.dispatchEvent(new Event(O)),t=!0),t&&e.scrollIntoView()}function q(e){try{return decodeURIComponent(e.slice(1))}catch{
return e.slice(1)}}function Q(){let e=new Set;addEventListener("hashchange",J),addEventListener("beforeprint",()=>{for(let t of h(
".callsheet details:not([open])")){let o=t;o.open=!0,e.add(o)}}),addEventListener("afterprint",()=>{for(let t of e)t.open=
!1;e.clear()}),f(J)}var X="";function Z(e){X=new URL("../../",e.src).href}function E(e){return X+e}function D(e){return E(`assets/callsheet/${e}`)}
var R=new Map;function w(e){let t=R.get(e);return t||(t=new Promise((o,n)=>{let s=()=>{R.delete(e),n(new Error(`${e} can\
not be loaded`))};document.head.append(r("script",{src:D(e),load:o,error:s}))}),R.set(e,t)),t}function Ce(){return new Promise(e=>{let t=D("console/console.css");document.head.append(r("link",{rel:"stylesheet",href:t,
load:e,error:e}))})}async function Le(e){let{callsheet:t}=window;t.toggleConsole||await Promise.all([w("console/console.\
js"),Ce()]),await t.toggleConsole?.(e)}function $e(e){let t=x(),o=!1,n=r("button",{type:"button",class:"callsheet-button",
"aria-expanded":"false",async click(){if(!o){o=!0;try{await Le(n),t.textContent=""}catch(s){t.textContent="It cannot be \
loaded.",reportError(s)}finally{o=!1}}}},"Try it");e.append(t,n)}function ee(){f(()=>g(".callsheet-route",$e))}function Ae(){let e=document.querySelector(".md-sidebar--secondary .md-nav--secondary"),t=document.querySelector(".md-na\
v--primary .md-nav__item--active > .md-nav__link--active");!e?.querySelector("li")||!t||document.getElementById("__toc")||
(t.before(r("input",{class:"md-nav__toggle md-toggle",type:"checkbox",id:"__toc"}),r("label",{class:t.className,for:"__t\
oc"},...t.cloneNode(!0).childNodes,r("span",{class:"md-nav__icon md-icon"}))),t.after(e.cloneNode(!0)))}function te(){f(
Ae)}var Te="uid/";function oe(){let e=document.querySelector("[data-callsheet-uids]"),t=q(location.hash);if(!e||!t)return;let o=document.
getElementById(t)?.querySelector("a");o&&e.contains(o)?location.replace(o.href):(e.querySelector("[role=status]")?.remove(),
e.prepend(r("p",{role:"status"},`No operation has the uid ${t}.`)))}function ne(){addEventListener("hashchange",oe),f(()=>{
let e=E(Te),t=location.href.split(/[?#]/)[0],[,o]=/^([^/]+)\/?$/.exec(t.slice(e.length))??[];t.startsWith(e)&&o&&o!=="in\
dex.html"?location.replace(`${e}index.html#${o}`):oe()})}function v(e,t){let o=null;return{get(){try{return window[e].getItem(t)}catch{return o}},set(n){o=n;try{n===null?window[e].
removeItem(t):window[e].setItem(t,n)}catch{}}}}var U=v("sessionStorage","callsheet.values"),re=new Set,m={get(){try{return JSON.parse(U.get()??"")??{}}catch{return{}}},
set(e,t){let o={...m.get(),[e]:t};t||delete o[e],U.set(Object.keys(o).length?JSON.stringify(o):null),se()},forget(){U.set(
null),se()},onChange(e){re.add(e)}};function se(){for(let e of re)e()}var b={base:/^https?:\/\/[^\s"'`\\$<>?#]+$/i,token:/^[\w.~+/=:-]+$/,
path:/^[\w.~-]+$/,number:/^-?\d+(\.\d+)?$/};function A(){let t=document.querySelector("[data-callsheet-schemes]")?.dataset.
callsheetSchemes?.split(" ")??[];return[...new Set(["Basic","Bearer",...t,m.get().scheme??"Basic"])]}function T({scheme:e="\
Basic",user:t,password:o,token:n}){if(e!=="Basic")return n?`${e} ${n}`:"";if(!t||!o)return"";let s=new TextEncoder().encode(
`${t}:${o}`);return`Basic ${btoa(String.fromCharCode(...s))}`}var ae="••••••",F=new WeakMap;function le(e,t,o){if(!t)return e;if(/^(bash|sh|shell|console|curl)$/.test(o))
return t==="'"?e.replaceAll("'","'\\''"):e.replace(/[\\"$`]/g,"\\$&");if(/^(powershell|pwsh)$/.test(o))return t==="'"?e.
replaceAll("'","''"):e.replace(/["$`]/g,"`$&");let n=e.replaceAll("\\","\\\\").replaceAll(t,`\\${t}`);return t!=='"'?n:/^(php|perl|kotlin|dart|groovy)$/.
test(o)?n.replaceAll("$","\\$"):o==="ruby"?n.replaceAll("#","\\#"):n}function Be({fill:e,quote:t='"',language:o},n){let{
user:s,password:a}=(n.scheme??"Basic")==="Basic"?n:{},l=s&&a,i=p=>({text:le(p,t,o),shown:ae}),c=p=>({text:p,shown:p});if(e===
"base")return n.base?c(n.base):null;if(e==="authorization"){let p=T(n);return p?{text:p,shown:`${p.split(" ")[0]} ${ae}`}:
null}if(e==="user")return l?c(le(s,t,o)):null;if(e==="password")return l?i(a):null;if(e==="credentials")return l?i(`${s}\
:${a}`):null;let u=n[e];return u&&(t||b.number.test(u))?c(u):null}function ie(e,t){let{fill:o="",quote:n}=e.dataset,s=e.
closest("[data-language]")?.dataset.language;return Be({fill:o,quote:n,language:s??""},t)}function k(e){return h("[data-\
fill]",e)}function ce(){let e=m.get();for(let t of k()){let o=F.get(t)??t.textContent??"";F.set(t,o);let n=ie(t,e);t.classList.
toggle("callsheet-filled",n!==null),t.textContent=n?n.shown:o}}function V(e){let t=m.get(),o=e.cloneNode(!0),n=k(e);return k(
o).forEach((s,a)=>{let l=n[a];s.textContent=ie(l,t)?.text??F.get(l)??s.textContent}),o.textContent??""}function de(){m.onChange(
ce),f(ce)}async function B(e){try{return await navigator.clipboard.writeText(e),!0}catch{let t=r("textarea",{readonly:!0,class:"ca\
llsheet-offscreen"});t.value=e,document.body.append(t),t.select();let o=document.execCommand("copy");return t.remove(),o}}
function ue(e,t){let o=URL.createObjectURL(new Blob([e],{type:"text/plain"}));r("a",{href:o,download:t}).click(),setTimeout(
()=>URL.revokeObjectURL(o),1e3)}function _(e,...t){let o=r("button",{type:"button",class:"callsheet-button callsheet-close","aria-label":"Close",click(){
s.close()}},"×"),n=t.filter(a=>a!==!1),s=r("dialog",{class:"callsheet callsheet-dialog md-typeset","aria-label":e,close(){
s.remove()},click(a){a.target===s&&s.close()}},r("div",{},r("h2",{},e),...n,o));return document.body.append(s),s.showModal(),
s}function pe(){let e=k(),t=[...new Set(e.map(d=>d.dataset.fill??""))],o=t.filter(d=>d.startsWith("path:")),n=r("p",{class:"\
callsheet-note",role:"status"}),s=m.get(),a=(d,y,L,ve,Se="text")=>{let z=`callsheet-value-${d}`,S=r("input",{id:z,type:Se,
autocomplete:"off",spellcheck:"false","data-value":d,input(){let I=d==="base"?S.value.trim().replace(/\/+$/,""):S.value.
trim(),N=!I||!L||L.test(I);S.setAttribute("aria-invalid",String(!N)),n.textContent=N?"":`${y}: ${ve}`,m.set(d,N?I:"")}});
return S.value=s[d]??"",r("p",{class:"callsheet-field"},r("label",{for:z},y),S)},l=r("select",{id:"callsheet-value-schem\
e",change(){m.set("scheme",l.value),u()}},...A().map(d=>r("option",{value:d},d)));l.value=s.scheme??"Basic";let i=r("div",
{},a("user","User",null,""),a("password","Password",null,"","password")),c=r("div",{},a("token","Token",b.token,"letters\
, digits and . _ ~ + / = : - only.","password"),r("p",{class:"callsheet-note"},"Samples that sign in with a user and a p\
assword keep those of the page.")),u=()=>{i.hidden=l.value!=="Basic",c.hidden=!i.hidden};u();let p=d=>e.some(({dataset:y})=>y.
quote===""&&y.fill===d);_("Your values",r("p",{},"They are filled into the samples of every page, stay in this tab until\
 you close it, and are sent nowhere."),t.includes("base")&&a("base","Address of the server",b.base,"an address such as h\
ttps://example.com/tenant."),r("p",{class:"callsheet-field"},r("label",{for:l.id},"Authentication"),l),i,c,...o.map(d=>p(
d)?a(d,d.slice(5),b.number,"a number, please."):a(d,d.slice(5),b.path,"letters, digits and . _ ~ - only.")),n,r("p",{},r(
"button",{type:"button",class:"callsheet-button",click(){m.forget();for(let d of h("[data-value]"))d.value="";l.value="B\
asic",u(),n.textContent="Forgotten."}},"Forget all")))}var _e="M19 21H8V7h11m0-2H8a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h11a2 2 0 0 0 2-2V7a2 2 0 0 0-2-2m-3-4H4a2 2 0 0 0-2 2v14h2V3h\
12z",Pe="M5 20h14v-2H5m14-9h-4V3H9v6H5l7 7z",fe="callsheet:language",me={ArrowRight:1,ArrowLeft:-1},he=v("localStorage",
"callsheet.language");function ge(e){return h(":scope > input",e)}function H(e){return e.nextElementSibling}function Ie(e){
let t=ge(e),o=t.map(l=>{let i=H(l),c=i.nextElementSibling;c.id=`${l.id}-panel`;let u=r("button",{type:"button",role:"tab",
id:`${l.id}-tab`,"aria-controls":c.id,click(){n(u,!0)}},i.textContent??"");return c.setAttribute("role","tabpanel"),c.setAttribute(
"aria-labelledby",u.id),l.hidden=!0,i.hidden=!0,u}),n=(l,i)=>{if(o.forEach((c,u)=>{c.setAttribute("aria-selected",String(
c===l)),c.tabIndex=c===l?0:-1,t[u].checked=c===l}),!!i){he.set(l.textContent);for(let c of h(".callsheet-tabs",e.closest(
".callsheet-variants")??e))c!==e&&c.dispatchEvent(new Event(fe))}},s=r("div",{role:"tablist",class:"callsheet-tablist","\
aria-label":"Language of the sample",keydown(l){let i=o.indexOf(document.activeElement),c=Ne(l.key,i,o.length,getComputedStyle(
e).direction==="rtl");c<0||i<0||(l.preventDefault(),o[c].focus(),n(o[c],!0))}},...o);e.prepend(s);let a=()=>{let l=he.get(),
i=o.find(c=>c.textContent===l);n(i??o[t.findIndex(c=>c.checked)]??o[0],!1)};e.addEventListener(fe,a),a()}function Ne(e,t,o,n){
return e==="Home"?0:e==="End"?o-1:Object.hasOwn(me,e)?(t+(n?-1:1)*me[e]+o)%o:-1}function Oe(e){let t=ge(e),o=e.querySelector(
".callsheet-choice"),n=r("select",{"aria-labelledby":o.id,change(){t[n.selectedIndex].checked=!0}},...t.map(s=>r("option",
{},H(s).textContent??"")));n.selectedIndex=t.findIndex(s=>s.checked);for(let s of t)s.hidden=!0,H(s).hidden=!0;o.after(n)}
function qe(e){let t=e.querySelector("pre > code"),o=e.querySelector(".callsheet-file");if(!t||!o)return;let n=x(),s=(c,u,p)=>r(
"button",{type:"button",class:"callsheet-icon",title:c,"aria-label":c,click:p},$(u)),a=o.querySelector("code")?.textContent,
l=r("span",{class:"callsheet-actions"},n);e.querySelector("[data-fill]")&&l.append(r("button",{type:"button",class:"call\
sheet-button","aria-haspopup":"dialog",click:pe},"Your values"));let i=async()=>{n.textContent=await B(V(t))?"Copied":"S\
elect the text to copy it",setTimeout(()=>{n.textContent=""},2e3)};l.append(s("Copy",_e,i)),a&&l.append(s(`Download ${a}`,
Pe,()=>ue(V(t),a))),o.append(l)}function be(){f(()=>{g(".callsheet-tabs",Ie),g(".callsheet-variants--many",Oe),g(".calls\
heet-panel, .callsheet-program",qe)})}var Re="M9.5 3A6.5 6.5 0 0 1 16 9.5c0 1.61-.59 3.09-1.56 4.23l.27.27h.79l5 5-1.5 1.5-5-5v-.79l-.27-.27A6.52 6.52 0 0 1 9\
.5 16 6.5 6.5 0 0 1 3 9.5 6.5 6.5 0 0 1 9.5 3m0 2C7 5 5 7 5 9.5S7 14 9.5 14 14 12 14 9.5 12 5 9.5 5",ye="callsheet-resul\
ts",M=".md-search__input",K=`${M}[aria-haspopup]`,De='.md-search, label[for="__search"]';async function P(e=""){if(document.
querySelector("dialog[open]"))return;let t=r("p",{role:"status",class:"callsheet-note"},"Loading …"),o=r("div",{role:"\
listbox",id:ye,class:"callsheet-found","aria-label":"Results",hidden:!0}),n=r("input",{type:"text",class:"callsheet-inpu\
t",role:"combobox","aria-label":"Search","aria-expanded":"false","aria-controls":ye,"aria-autocomplete":"list",placeholder:"\
Words, method and path, address or uid",autocomplete:"off",autocapitalize:"none",enterkeyhint:"go",maxlength:"1000",spellcheck:"\
false"}),s=c=>r("kbd",{},c),a=[s("/")," or ",s("Ctrl K")," opens the search, ",s("↑")," ",s("↓")," move, ",s("Enter"),
" goes to the page, ",s("Esc")," closes."],l=r("p",{class:"callsheet-note callsheet-keys"},...a),i=_("Search",n,t,o,l);i.
addEventListener("close",()=>{let{activeElement:c}=document;C(c)&&c.select()}),n.value=e,n.focus();try{await w("search.j\
s"),window.callsheet.attachSearch?.({dialog:i,input:n,said:t,list:o})}catch{t.textContent="The search cannot be loaded."}}
function Ue(e){let t=e;return C(t)?!1:t.isContentEditable||/^(input|textarea|select)$/i.test(t.tagName)}function C(e){return e instanceof
Element&&e.matches(K)}function Fe(e){let{altKey:t,ctrlKey:o,metaKey:n,shiftKey:s,key:a,target:l}=e,i=a.toLowerCase()==="\
k"&&(o||n)&&!t&&!s,u=(document.querySelector(K)?["/","f","s"]:["/"]).includes(a)&&!o&&!n&&!t&&!C(l),p=a==="Enter"&&C(l);
!(i||u||p)||Ue(l)||(e.preventDefault(),e.stopImmediatePropagation(),P())}function Ve(){addEventListener("click",e=>{!(e.
target instanceof Element&&e.target.closest(De))||!document.querySelector(K)||(e.preventDefault(),P())},!0),addEventListener(
"input",({target:e})=>{C(e)&&(P(e.value),e.value="")},!0)}function He(e){if(new URLSearchParams(location.search).has("q"))
return;let t=e.cloneNode();t.setAttribute("aria-haspopup","dialog"),t.title="Search (Ctrl K)",e.replaceWith(t)}function Me(){
if(document.querySelector(`${M}, .callsheet-finder`))return;let e=r("button",{type:"button",class:"callsheet-finder","ar\
ia-haspopup":"dialog",title:"Search (Ctrl K)","aria-label":"Search",click(){P()}},$(Re)),t=document.querySelector(".md-h\
eader__title");t?(e.classList.add("md-header__button","md-icon"),t.after(e)):document.querySelector(".callsheet")?.prepend(
e)}function xe(){addEventListener("keydown",Fe,!0),Ve(),f(()=>{g(M,He),Me()})}var j={};ke(j,{VALID:()=>b,authorization:()=>T,badge:()=>W,copy:()=>B,load:()=>w,make:()=>r,onPage:()=>f,schemes:()=>A,siteUrl:()=>E,
statusNote:()=>x,storedText:()=>v,values:()=>m});var Ke=16;function je(e){let t=e.nextElementSibling,o=[...t.tBodies[0].rows];o.length>=Ke&&e.append(...ze(t,o)),t.querySelectorAll(
"details").length>1&&e.append(We(t))}function ze(e,t){let o=x(),n=e.getAttribute("aria-label")??"Rows",s=null,a=()=>{s??=
t.map(p=>(p.textContent??"").toLowerCase());let i=s,c=l.value.toLowerCase().split(/\s+/).filter(Boolean),u=0;t.forEach((p,d)=>{
let y=c.every(L=>i[d].includes(L));p.hidden=!y,y&&(u+=1)}),o.textContent=c.length?`${u} of ${t.length} rows`:""},l=r("in\
put",{type:"search",class:"callsheet-input","aria-label":`Filter: ${n}`,placeholder:`Filter ${t.length} rows`,input:a});
return e.addEventListener(O,()=>{l.value="",a()}),[l,o]}function We(e){let t=[...e.querySelectorAll("details")],o=r("but\
ton",{type:"button",class:"callsheet-button",click(){let s=t.some(a=>!a.open);for(let a of t)a.open=s;n()}}),n=()=>{o.textContent=
t.every(s=>s.open)?"Collapse all":"Expand all"};for(let s of t)s.addEventListener("toggle",n);return n(),o}var Ye={TABLE:"\
table",THEAD:"rowgroup",TBODY:"rowgroup",TR:"row",TH:"columnheader",TD:"cell"};function Ge(e){let{rows:t,tBodies:o,tHead:n}=e,
s=[...t].flatMap(a=>[...a.cells]);for(let a of[e,n,...o,...t,...s])a?.setAttribute("role",Ye[a.tagName])}function we(){f(
()=>{g(".callsheet-tools",je),g(".callsheet-table",Ge)})}Z(document.currentScript);window.callsheet={...j};be();de();we();Q();te();xe();ne();ee();G();})();
