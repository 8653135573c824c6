/*! Made by `make javascript`: sources f312de42bb5cd85f, code d83d8e3fe4aabae2 */
"use strict";(()=>{var Qe=Object.defineProperty;var et=(e,t)=>{for(var n in t)Qe(e,n,{get:t[n],enumerable:!0})};function c(e,t={},...n){let o=document.createElement(e);for(let[r,a]of Object.entries(t))typeof a=="function"?o.addEventListener(
r,a):a!==!1&&o.setAttribute(r,a===!0?"":String(a));return o.append(...n),o}function C(e){let t=document.createElementNS(
"http://www.w3.org/2000/svg","svg");t.setAttribute("viewBox","0 0 24 24"),t.setAttribute("aria-hidden","true");let n=document.
createElementNS(t.namespaceURI,"path");return n.setAttribute("d",e),t.append(n),t}function ue(e){let t=e.toLowerCase();return c(
"span",{class:`callsheet-method callsheet-method--${t}`},e)}function m(e,t=document){return[...t.querySelectorAll(e)]}function w(e="\
callsheet-said"){return c("span",{role:"status",class:e})}var pe=[];function p(e){pe.push(e)}function fe(){let e=()=>{for(let t of pe)t()};document.readyState==="loading"?addEventListener(
"DOMContentLoaded",e):e(),window.document$?.subscribe(e)}function g(e,t){for(let n of m(e))n.dataset.callsheetReady===void 0&&
(n.dataset.callsheetReady="",t(n))}var K="callsheet:reveal";function me(){let e=document.getElementById(j(location.hash));if(!e?.closest(".callsheet"))return;
let t=!1;for(let n=e;n;n=n.parentElement)n instanceof HTMLDetailsElement&&!n.open&&(n.open=!0,t=!0);e.hidden&&(e.closest(
"table")?.dispatchEvent(new Event(K)),t=!0),t&&e.scrollIntoView()}function j(e){try{return decodeURIComponent(e.slice(1))}catch{
return e.slice(1)}}function he(){let e=new Set;addEventListener("hashchange",me),addEventListener("beforeprint",()=>{for(let t of m(
".callsheet details:not([open])")){let n=t;n.open=!0,e.add(n)}}),addEventListener("afterprint",()=>{for(let t of e)t.open=
!1;e.clear()}),p(me)}var ge="";function Ee(e){ge=new URL("../../",e.src).href}function L(e){return ge+e}function z(e){return L(`assets/callsh\
eet/${e}`)}var W=new Map;function S(e){let t=W.get(e);return t||(t=new Promise((n,o)=>{let r=()=>{W.delete(e),o(new Error(
`${e} cannot be loaded`))};document.head.append(c("script",{src:z(e),load:n,error:r}))}),W.set(e,t)),t}var be="M8 5v14l11-7z";function tt(){return new Promise(e=>{let t=z("console/console.css");document.head.append(c("link",
{rel:"stylesheet",href:t,load:e,error:e}))})}async function nt(e){let{callsheet:t}=window;t.toggleConsole||await Promise.
all([S("console/console.js"),tt()]),await t.toggleConsole?.(e)}function ot(e){let t=w(),n=!1,o=c("button",{type:"button",
class:"callsheet-button callsheet-primary","aria-expanded":"false",async click(){if(!n){n=!0;try{await nt(o),t.textContent=
""}catch(r){t.textContent="It cannot be loaded.",reportError(r)}finally{n=!1}}}},C(be),"Try it");e.append(t,o)}function rt(e){
let t=e.closest("[data-callsheet-uid]")?.querySelector(".callsheet-route > .callsheet-primary");if(!t)return;let r={type:"\
button",class:"callsheet-button",title:"Open this request in the console",click:()=>{t.ariaExpanded!=="true"?t.click():document.
getElementById(t.getAttribute("aria-controls")??"")?.querySelector("[type=submit]")?.focus()}};e.append(c("button",r,C(be),
"Run"))}function we(){p(()=>{g(".callsheet-route",ot),g(".callsheet-foot",rt)})}function st(){let e=document.querySelector(".md-sidebar--secondary .md-nav--secondary"),t=document.querySelector(".md-na\
v--primary .md-nav__item--active > .md-nav__link--active");!e?.querySelector("li")||!t||document.getElementById("__toc")||
(t.before(c("input",{class:"md-nav__toggle md-toggle",type:"checkbox",id:"__toc"}),c("label",{class:t.className,for:"__t\
oc"},...t.cloneNode(!0).childNodes,c("span",{class:"md-nav__icon md-icon"}))),t.after(e.cloneNode(!0)))}function Se(){p(
st)}function M(e,...t){let n=c("button",{type:"button",class:"callsheet-button callsheet-close","aria-label":"Close",click(){
r.close()}},"×"),o=t.filter(a=>a!==!1),r=c("dialog",{class:"callsheet callsheet-dialog md-typeset","aria-label":e,close(){
r.remove()},click(a){a.target===r&&r.close()}},c("div",{},c("h2",{},e),...o,n));return document.body.append(r),r.showModal(),
r}var at="M9.5 3A6.5 6.5 0 0 1 16 9.5c0 1.61-.59 3.09-1.56 4.23l.27.27h.79l5 5-1.5 1.5-5-5v-.79l-.27-.27A6.52 6.52 0 0 1 9\
.5 16 6.5 6.5 0 0 1 3 9.5 6.5 6.5 0 0 1 9.5 3m0 2C7 5 5 7 5 9.5S7 14 9.5 14 14 12 14 9.5 12 5 9.5 5",ye="callsheet-resul\
ts",Y=".md-search__input",G=`${Y}[aria-haspopup]`,lt='.md-search, label[for="__search"]';async function U(e=""){if(document.
querySelector("dialog[open]"))return;let t=c("p",{role:"status",class:"callsheet-note"},"Loading …"),n=c("div",{role:"\
listbox",id:ye,class:"callsheet-found","aria-label":"Results",hidden:!0}),o=c("input",{type:"text",class:"callsheet-inpu\
t",role:"combobox","aria-label":"Search","aria-expanded":"false","aria-controls":ye,"aria-autocomplete":"list",placeholder:"\
Words, method and path, address or uid",autocomplete:"off",autocapitalize:"none",enterkeyhint:"go",maxlength:"1000",spellcheck:"\
false"}),r=l=>c("kbd",{},l),a=[r("/")," or ",r("Ctrl K")," opens the search, ",r("↑")," ",r("↓")," move, ",r("Enter"),
" goes to the page, ",r("Esc")," closes."],s=c("p",{class:"callsheet-note callsheet-keys"},...a),i=M("Search",o,t,n,s);i.
addEventListener("close",()=>{let{activeElement:l}=document;O(l)&&l.select()}),o.value=e,o.focus();try{await S("search.j\
s"),window.callsheet.attachSearch?.({dialog:i,input:o,said:t,list:n})}catch{t.textContent="The search cannot be loaded."}}
function ct(e){return!(e instanceof HTMLElement)||O(e)||e.closest("dialog:not([open])")?!1:e.isContentEditable||/^(input|textarea|select)$/i.
test(e.tagName)}function O(e){return e instanceof Element&&e.matches(G)}function it(e){let{altKey:t,ctrlKey:n,metaKey:o,
shiftKey:r,key:a,target:s}=e,i=a.toLowerCase()==="k"&&(n||o)&&!t&&!r,d=(document.querySelector(G)?["/","f","s"]:["/"]).includes(
a)&&!n&&!o&&!t&&!O(s),u=a==="Enter"&&O(s);!(i||d||u)||ct(s)||(e.preventDefault(),e.stopImmediatePropagation(),U())}function dt(){
addEventListener("click",e=>{!(e.target instanceof Element&&e.target.closest(lt))||!document.querySelector(G)||(e.preventDefault(),
U())},!0),addEventListener("input",({target:e})=>{O(e)&&(U(e.value),e.value="")},!0)}function ut(e){if(new URLSearchParams(
location.search).has("q"))return;let t=e.cloneNode();t.setAttribute("aria-haspopup","dialog"),t.title="Search (Ctrl K)",
e.replaceWith(t)}function pt(){if(document.querySelector(`${Y}, .callsheet-finder`))return;let e=c("button",{type:"butto\
n",class:"callsheet-finder","aria-haspopup":"dialog",title:"Search (Ctrl K)","aria-label":"Search",click(){U()}},C(at)),
t=document.querySelector(".md-header__title");t?(e.classList.add("md-header__button","md-icon"),t.after(e)):document.querySelector(
".callsheet")?.prepend(e)}function xe(){addEventListener("keydown",it,!0),dt(),p(()=>{g(Y,ut),pt()})}var ft=/%..|\.html$|[^\p{L}\p{N}]+/gu;function mt(){let e=new URL(L("")).pathname,{pathname:t}=location;return(t.startsWith(
e)?t.slice(e.length):t).replace(ft," ").trim()}function ht(e){let t=c("input",{type:"search",class:"callsheet-input","ar\
ia-label":"Search",value:mt(),maxlength:"1000"}),n=c("button",{class:"callsheet-button callsheet-primary"},"Search"),o=r=>{
r.preventDefault(),U(t.value)};e.append(c("form",{role:"search",submit:o},t,n))}function $e(){p(()=>g(".callsheet-missin\
g",ht))}var ve="a[data-callsheet-list]",Ae=new Set;async function Ce(){return await S("navigation.js"),window.callsheet.navigation}
function gt(e){let[t]=(e.dataset.callsheetList??"").split(" "),n=async o=>{try{await(await Ce())?.showAll(e,o),Ae.add(t)}catch{
o&&(location.href=e.href)}};e.addEventListener("click",o=>{o.ctrlKey||o.metaKey||o.shiftKey||(o.preventDefault(),o.stopPropagation(),
n(!0))}),Ae.has(t)&&n(!1)}function Et(e){let t=e.parentElement,n=t.querySelector(`:scope > li > ${ve}`)?.textContent,o=t.
querySelectorAll(":scope > .callsheet-filter ~ li > a").length,r=n?.match(/\d+/)?.[0]??o,a=w(),s=c("input",{type:"search",
"aria-label":"Filter the operations of this group",placeholder:`Filter ${r}`,async input(){await(await Ce())?.filter(e,s.
value,a)}});e.append(s,a)}function Le(){p(()=>{g(".callsheet-filter",Et),g(ve,gt)})}var bt="uid/";function Te(){let e=document.querySelector("[data-callsheet-uids]"),t=j(location.hash),n=document.getElementById(
t)?.closest("[data-callsheet-moved]");if(n&&location.replace(n.parentElement?.querySelector("a")?.href??""),!e||!t)return;
let o=document.getElementById(t)?.querySelector("a");o&&e.contains(o)?location.replace(o.href):(e.querySelector("[role=s\
tatus]")?.remove(),e.prepend(c("p",{role:"status"},`No operation has the uid ${t}.`)))}function ke(){addEventListener("h\
ashchange",Te),p(()=>{let e=L(bt),t=location.href.split(/[?#]/)[0],[,n]=/^([^/]+)\/?$/.exec(t.slice(e.length))??[];t.startsWith(
e)&&n&&n!=="index.html"?location.replace(`${e}index.html#${n}`):Te()})}function _(e,t,n){if(!t)return e;if(/^(bash|sh|shell|console|curl)$/.test(n))return t==="'"?e.replaceAll("'","'\\''"):e.
replace(/[\\"$`]/g,"\\$&");if(/^(powershell|pwsh)$/.test(n))return t==="'"?e.replace(/['\u2018-\u201b]/g,"$&$&"):e.replace(
/["$`\u201c-\u201e]/g,"`$&");let o=e.replaceAll("\\","\\\\").replaceAll(t,`\\${t}`);return t!=='"'?o:/^(php|perl|kotlin|dart|groovy)$/.
test(n)?o.replaceAll("$","\\$"):n==="ruby"?o.replaceAll("#","\\#"):o}function P(e,t){let n=null;return{get(){try{return window[e].getItem(t)}catch{return n}},set(o){n=o;try{o===null?window[e].
removeItem(t):window[e].setItem(t,o)}catch{}}}}var Z=P("sessionStorage","callsheet.values"),Ue=new Set,I=new Map,Re=["user","password","token","key","keyName"];function Ne(){
try{return JSON.parse(Z.get()??"")??{}}catch{return{}}}function J(){return globalThis.location?.pathname??""}var T={get:()=>({
...Ne(),...Object.fromEntries(I.get(J())??[])}),set(e,t){let n={...Ne(),[e]:t};t||delete n[e],Re.includes(e)&&(n.mark=Math.
random().toString(36).slice(2)),Re.some(o=>n[o])||delete n.mark,I.get(J())?.delete(e),Z.set(Object.keys(n).length?JSON.stringify(
n):null),X()},setHere(e){I.set(J(),new Map(e)),X()},forget(){Z.set(null),I.clear(),X()},onChange(e){Ue.add(e)}};function X(){
for(let e of Ue)e()}var B={base:/^https?:\/\/[^\s"'`\\$<>?#]+$/i,token:/^[\w.~+/=:-]+$/,key:/^[\w.~+/=:-]+$/,keyName:/^[\w-]+$/,
path:/^[\w.~-]+$/,number:/^-?\d+(\.\d+)?$/},k="API key",wt="X-API-Key";function Pe(){let t=document.querySelector("[data\
-callsheet-schemes]")?.dataset.callsheetSchemes?.split(" ")??[];return[...new Set(["Basic","Bearer",...t,k,T.get().scheme??
"Basic"])]}function V(e){if(e.scheme===k)return e.key?[e.keyName??wt,e.key]:null;let t=Q(e);return t?["Authorization",t]:
null}function Q({scheme:e="Basic",user:t,password:n,token:o}){if(e===k)return"";if(e!=="Basic")return o?`${e} ${o}`:"";if(!t||
!n)return"";let r=new TextEncoder().encode(`${t}:${n}`);return`Basic ${btoa(String.fromCharCode(...r))}`}var q="••••••",qe=String.raw`(?<![\w.$"'])SECRET\b(?!["']|\s*:)|\{SECRET\}`,St=/^\s*(?:\/\/|#).*|^"""[\s\S]*?"""|(?<![$f])"(?:[^"\\\n]|\\.)*"/gm,
Oe={setting:/^const (\w+) =\s+(?:process\.env\.(\w+)\s+\?\? .*|needed\(\s*"(\w+)",?\s*\));$/gm,write:(e,t,n)=>`const ${e}\
 = process.env.${t} ?? ${n};`,login:/btoa\(|answerChallenge\(/,uses:[/^ {4,6}[\w"-]+: (?:SECRET|`.*\$\{SECRET\}.*`),\n/gm,
/^url\.searchParams\.append\((?:.*(?:, SECRET|\$\{SECRET\}.*)|\n.*\n.*\bSECRET\b.*\n)\);\n/gm],header:[[/^const response = .*\{\n(?: {2}method: .*\n)? {2}headers: \{\n/m,
`    "NAME": "VALUE",
`],[/^const response = .*\{\n(?: {2}method: .*\n)?/m,`  headers: {
    "NAME": "VALUE",
  },
`],[/^const response = .*\(\n.*\n {2}\{\n(?: {4}method: .*\n)? {4}headers: \{\n/m,`      "NAME": "VALUE",
`],[/^const response = .*\(\n.*\n {2}\{\n(?: {4}method: .*\n)?/m,`    headers: {
      "NAME": "VALUE",
    },
`]]},_e={setting:/\{\{\$processEnv (\w+)\}\}/g,write:(e,t,n)=>n,quote:"",isInline:!0,used:String.raw`\$processEnv SECRET\b`,
uses:[/^(?:Authorization|NAME):.*\n?/gim,/^[\w-]+: .*\{\{\$processEnv .*\n?/gm],header:[[/^[A-Z]+ (?:\{\{baseUrl\}\}|https?:|\/).*\n?/m,
`NAME: VALUE
`]]},ee={python:{setting:/^([A-Z]\w*) = os\.environ(?:\.get\(\s*"(\w+)",\s+(?:"[^"\n]*"|'[^'\n]*'),?\s*\)|\["(\w+)"\])$/gm,
write:(e,t,n)=>`${e} = os.environ.get("${t}", ${n})`,login:/\bauth=/,uses:[/\n {4}auth=.*\),(?=\n)/g,/\bauth=\w*\([^()\n]*\), /g,
/\n {8}"[\w-]+": (?:f".*\{SECRET\}.*"|SECRET),(?=\n)/g,/"[\w-]+": (?:f"[^"\n]*\{SECRET\}[^"\n]*"|SECRET\b)(?:, )?/g],header:[
[/^response = requests\.[\s\S]*?\bheaders=\{(?=\n)/m,`
        "NAME": "VALUE",`],[/^response = requests\.[\s\S]*?\bheaders=\{/m,'"NAME": "VALUE", '],[/^response = requests\.[\s\S]*?\n {4}(?=timeout=)/m,
`headers={"NAME": "VALUE"},
    `],[/^response = requests\.[\s\S]*?(?=timeout=)/m,'headers={"NAME": "VALUE"}, ']]},bash:{setting:/^(\w+)=(?:'(?:[^'\n]|'\\'')*'\n\1=)?"\$\{(\w+):(?:-[^}"\n]*|\?is not set)\}"$/gm,
write(e,t,n){let o=n.slice(1,-1);return/^[^\s\\'"$`{}]*$/.test(o)?`${e}="\${${t}:-${o}}"`:`${e}=${n}
${e}="\${${t}:-$${e}}"`},quote:"'",login:/^ {2}--user /m,used:String.raw`\$\{?SECRET\b`,uses:[/^ {2}--digest \\\n/gm,/^ {2}--(?:user|header|url-query) ".*\$\{?SECRET\b.*" \\\n/gm],
header:[[/^curl .*\\\n/m,`  --header 'NAME: VALUE' \\
`]]},powershell:{setting:/^\$(\w+) = if \(\$env:(\w+)\) \{\s+\$env:\2\s+\} else \{\s+.*\s+\}$/gm,write:(e,t,n)=>`$${e} =\
 if ($env:${t}) { $env:${t} } else { ${n} }`,quote:"'",login:/'Basic ' \+\s|^ {4}Credential = /m,used:String.raw`\$\{?SECRET\b`,
uses:[/^ {8}[\w'-]+ = (?:.*\$SECRET\b.*|.*(?:\n {12}.*)*?\n {12}.*\$SECRET\b.*(?:\n {12}.*)*)\n/gm,/^ {4}Credential = .*\n/gm,
/^\$query\.Add\(.*\$SECRET\b.*\)\n/gm],header:[[/^ {4}Headers = @\{\n/m,`        'NAME' = 'VALUE'
`],[/^ {4}Uri = .*\n/m,`    Headers = @{
        'NAME' = 'VALUE'
    }
`]]},javascript:Oe,typescript:Oe,csharp:{setting:/^var (\w+) =\s+Environment\.GetEnvironmentVariable\(\s*"(\w+)"\s*\)\s+\?\? .*;$/gm,
write:(e,t,n)=>`var ${e} = Environment.GetEnvironmentVariable("${t}") ?? ${n};`,login:/"(?:Basic|Digest)",\s/,uses:[/^request\.Headers\.Authorization = (?:(?!;\n)[\s\S])*\{SECRET\}(?:(?!;\n)[\s\S])*;\n/gm,
/^request\.Headers\.\w+\((?:(?!;\n)[\s\S])*(?:,\s+SECRET\b|\{SECRET\})(?:(?!;\n)[\s\S])*;\n/gm,/^query\.Add\((?:(?!;\n)[\s\S])*(?:,\s+SECRET\b|\{SECRET\})(?:(?!;\n)[\s\S])*;\n/gm],
header:[[/^using var request = (?:(?!;\n)[\s\S])*;\n/m,`request.Headers.TryAddWithoutValidation("NAME", "VALUE");
`]]},php:{setting:/^\$(\w+) = getenv\('(\w+)'\)\s+\?: .*;$/gm,write:(e,t,n)=>`$${e} = getenv('${t}') ?: ${n};`,quote:"'",
login:/^ {4}CURLOPT_USERPWD/m,used:String.raw`\$\{?SECRET\b`,uses:[/^ {4}CURLOPT_(?:HTTPAUTH|USERPWD) => .*\n/gm,/^ {8}'[\w-]+: .*\$SECRET\b.*,\n/gm],
header:[[/^ {4}CURLOPT_HTTPHEADER => \[\n/m,`        'NAME: VALUE',
`],[/^curl_setopt_array\(.*\n/m,`    CURLOPT_HTTPHEADER => ['NAME: VALUE'],
`]]},http:_e,text:_e};function Me(e){return Object.hasOwn(ee,e)}function Ie(e,t,n,o){let r=Object.hasOwn(ee,t)?ee[t]:void 0,
a=V(n);if(!r||!a)return[];let s=yt(e,r);return(xt(e,t,r,s,n)??(o?[]:$t(e,r,s,a))).sort(D)}function D(e,t){return e.start-
t.start||e.end-t.end}function yt(e,{setting:t}){return t?[...e.matchAll(t)].map(n=>({start:n.index,end:n.index+n[0].length,
name:n[1],variable:n[2]??n[3]??n[1]})).filter(({name:n})=>!/^base_?url$/i.test(n)):[]}function xt(e,t,n,o,r){let{write:a,
quote:s='"',login:i}=n;if(!a||!o.length)return null;let{scheme:l="Basic",user:d="",password:u="",token:b="",key:R=""}=r,
h=i?.test(e)??!1,y=h?o.slice(2):o,x=({name:f},$)=>new RegExp(`Authorization.*?${$}.*\\b${f}\\b`,"i").test(e),E=[];return l===
"Basic"?h&&o.length>1&&(E=[[o[0],d,!1],[o[1],u,!0]]):l===k?E=y.filter(f=>!x(f,"")).map(f=>[f,R,!0]):E=y.filter(f=>x(f,`[\
"'\`: ]${l} `)).map(f=>[f,b,!0]),E.length?[...E.map(([{start:f,end:$,name:A,variable:v},ie,Xe])=>{let de=Ze=>s+_(Ze,s,t)+
s;return{start:f,end:$,text:a(A,v,de(ie)),shown:a(A,v,Xe?s+q+s:de(ie))}}),...Be(e,new Set(E.map(([{variable:f}])=>f)))]:
null}function Be(e,t){let n=/^for needed in \((.*)\):\n(?: {4}.*\n)+/m.exec(e);if(!n)return[];let o=n[1].match(/"\w+"/g)?.
filter(s=>!t.has(s.slice(1,-1)))??[],r=`${o.join(", ")}${o.length===1?",":""}`,a=o.length?n[0].replace(n[1],r):"";return[
{start:n.index,end:n.index+n[0].length,text:a,shown:a}]}function $t(e,t,n,[o,r]){let{uses:a,header:s,isInline:i,used:l=qe}=t,
d=n.map(h=>h.name).join("|")||"(?!)",u=i?[]:n.map(({start:h,end:y})=>({start:h,end:y+1,text:"",shown:""}));u.push(...Be(
e,new Set(n.map(({variable:h})=>h))));for(let{source:h,flags:y}of a){let x=h.replaceAll("SECRET",`(?:${d})`).replaceAll(
"NAME",o),E=new RegExp(x,y);for(let N of e.matchAll(E)){let[f,$]=[N.index,N.index+N[0].length];u.some(v=>f<v.end&&v.start<
$)||u.push({start:f,end:$,text:"",shown:""})}}let b=At(e,u);if(new RegExp(l.replaceAll("SECRET",`(?:${d})`)).test(l===qe?
b.replace(St,""):b))return[];for(let[h,y]of s){let x=h.exec(e);if(!x)continue;let E=x.index+x[0].length,N=o==="Authoriza\
tion"?`${r.split(" ")[0]} ${q}`:q,f=A=>y.replace("NAME",()=>o).replace("VALUE",()=>A),$={start:E,end:E,text:f(r),shown:f(
N)};return u.some(({start:A,end:v})=>A<E&&E<v)?[]:[...u,$]}return[]}function At(e,t){let n=0,o="";for(let{start:r,end:a}of[
...t].sort(D))o+=e.slice(n,r),n=a;return o+e.slice(n)}var te=new WeakMap;function vt({fill:e,quote:t='"',language:n},o){let{user:r,password:a}=(o.scheme??"Basic")==="Basic"?o:
{},s=r&&a,i=u=>({text:_(u,t,n),shown:q}),l=u=>({text:u,shown:u});if(e==="base")return o.base?l(o.base):null;if(e==="auth\
orization"){let u=Q(o);return u?{text:u,shown:`${u.split(" ")[0]} ${q}`}:null}if(e==="user")return s?l(_(r,t,n)):null;if(e===
"password")return s?i(a):null;if(e==="credentials")return s?i(`${r}:${a}`):null;let d=o[e];return d&&(t||B.number.test(d))?
l(d):null}function ne(e){return m("[data-fill]",e)}function oe(e){return e.closest("[data-language]")?.dataset.language??
""}function De(e){let t=te.get(e);if(t)return t;let n=e.cloneNode(!0);return te.set(e,n),n}function Ct(e){let t=e.closest(
".callsheet-variant")?.getAttribute("aria-labelledby"),n=t?document.getElementById(t):null;return e.closest(".callsheet-\
outcome")!==null||!!n?.querySelector(".callsheet-status")}function He(e,t){let n=T.get(),o=oe(e),r=Ie(t.textContent??"",
o,n,Ct(e)),a=document.createRange();for(let s of ne(t)){let{fill:i="",quote:l}=s.dataset,d=vt({fill:i,quote:l,language:o},
n);if(!d)continue;a.selectNodeContents(t),a.setEndBefore(s);let u=a.toString().length,b=u+(s.textContent??"").length;r.some(
h=>u<h.end&&h.start<b)||r.push({start:u,end:b,...d})}return r.sort(D)}function Lt(e,{start:t,end:n,shown:o}){let r=document.
createRange(),a=document.createTreeWalker(e,NodeFilter.SHOW_TEXT),s=0,i=!1;for(let l=a.nextNode();l;l=a.nextNode()){let{
length:d}=l;if(!i&&t<s+d&&(r.setStart(l,t-s),i=!0),i&&n<=s+d){r.setEnd(l,n-s);break}s+=d}r.deleteContents(),o&&r.insertNode(
c("span",{class:"callsheet-filled"},o))}function Ve(){let e=!Object.keys(T.get()).length;for(let t of m("[data-language]\
 pre > code")){if(e&&!te.has(t))continue;let n=De(t),o=n.cloneNode(!0);for(let r of He(t,n).reverse())Lt(o,r);t.replaceChildren(
...o.childNodes)}}function re(e){let t=De(e),n=t.textContent??"";for(let o of He(e,t).reverse())n=n.slice(0,o.start)+o.text+
n.slice(o.end);return n}function Fe(){T.onChange(Ve),p(Ve)}async function H(e){try{return await navigator.clipboard.writeText(e),!0}catch{let t=c("textarea",{readonly:!0,class:"ca\
llsheet-offscreen"});t.value=e,document.body.append(t),t.select();let n=document.execCommand("copy");return t.remove(),n}}
function F(e,t){let n=URL.createObjectURL(new Blob([e],{type:"text/plain"}));c("a",{href:n,download:t}).click(),setTimeout(
()=>URL.revokeObjectURL(n),1e3)}var Tt="M19 21H8V7h11m0-2H8a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h11a2 2 0 0 0 2-2V7a2 2 0 0 0-2-2m-3-4H4a2 2 0 0 0-2 2v14h2V3h\
12z",kt="M5 20h14v-2H5m14-9h-4V3H9v6H5l7 7z",Ke="callsheet:language",je={ArrowRight:1,ArrowLeft:-1},We=P("localStorage",
"callsheet.language");function ze(e){return m(":scope > input",e)}function se(e){return e.nextElementSibling}function Rt(e){
let t=ze(e),n=t.map(s=>{let i=se(s),l=i.nextElementSibling;l.id=`${s.id}-panel`;let d=c("button",{type:"button",role:"ta\
b",id:`${s.id}-tab`,"aria-controls":l.id,click(){o(d,!0)}},i.textContent??"");return l.setAttribute("role","tabpanel"),l.
setAttribute("aria-labelledby",d.id),s.hidden=!0,i.hidden=!0,d}),o=(s,i)=>{if(n.forEach((l,d)=>{l.setAttribute("aria-sel\
ected",String(l===s)),l.tabIndex=l===s?0:-1,t[d].checked=l===s}),!!i){We.set(s.textContent);for(let l of m(".callsheet-t\
abs",e.closest(".callsheet-variants")??e))l!==e&&l.dispatchEvent(new Event(Ke))}},r=c("div",{role:"tablist",class:"calls\
heet-tablist","aria-label":"Language of the sample",keydown(s){let i=n.indexOf(document.activeElement),l=Nt(s.key,i,n.length,
getComputedStyle(e).direction==="rtl");l<0||i<0||(s.preventDefault(),n[l].focus(),o(n[l],!0))}},...n);e.prepend(r);let a=()=>{
let s=We.get(),i=n.find(l=>l.textContent===s);o(i??n[t.findIndex(l=>l.checked)]??n[0],!1)};e.addEventListener(Ke,a),a()}
function Nt(e,t,n,o){return e==="Home"?0:e==="End"?n-1:Object.hasOwn(je,e)?(t+(o?-1:1)*je[e]+n)%n:-1}function Ut(e){let t=ze(
e),n=e.querySelector(".callsheet-choice"),o=c("select",{"aria-labelledby":n.id,change(){t[o.selectedIndex].checked=!0}},
...t.map(r=>c("option",{},se(r).textContent??"")));o.selectedIndex=t.findIndex(r=>r.checked);for(let r of t)r.hidden=!0,
se(r).hidden=!0;n.after(o)}function Pt(e){let t=e.querySelector("pre > code"),n=e.querySelector(".callsheet-file");if(!t||
!n)return;let o=w(),r=(d,u,b)=>c("button",{type:"button",class:"callsheet-icon",title:d,"aria-label":d,click:b},C(u)),a=n.
querySelector("code")?.textContent,s=c("span",{class:"callsheet-actions"},o);(e.querySelector("[data-fill]")||Me(oe(t)))&&
s.append(c("button",{type:"button",class:"callsheet-button","aria-haspopup":"dialog",async click(){try{await S("values.j\
s"),window.callsheet.askForValues?.()}catch{o.textContent="This cannot be loaded"}}},"Your values"));let i=async()=>{o.textContent=
await H(re(t))?"Copied":"Select the text to copy it",setTimeout(()=>{o.textContent=""},2e3)},l=m("details",t);l.length&&
s.append(qt(l)),s.append(r("Copy",Tt,i)),a&&s.append(r(`Download ${a}`,kt,()=>F(re(t),a))),n.append(s)}function qt(e){let t=e.
map(s=>s.open),n=t.includes(!1)?t:e.map((s,i)=>i===0),o=()=>e.every(s=>s.open),r=c("button",{type:"button",class:"callsh\
eet-button",click(){let s=!o();e.forEach((i,l)=>{i.open=s||n[l]})}}),a=()=>{r.textContent=o()?"Fold":"Unfold"};for(let s of e)
s.addEventListener("toggle",a);return a(),r}function Ye(){p(()=>{g(".callsheet-tabs",Rt),g(".callsheet-variants--many",Ut),
g(".callsheet-panel, .callsheet-program, .callsheet-json",Pt)})}var ae={};et(ae,{API_KEY:()=>k,VALID:()=>B,all:()=>m,badge:()=>ue,copy:()=>H,credentials:()=>V,load:()=>S,make:()=>c,onPage:()=>p,
openDialog:()=>M,placeholders:()=>ne,save:()=>F,schemes:()=>Pe,siteUrl:()=>L,statusNote:()=>w,storedText:()=>P,values:()=>T});var Ot=16;function _t(e){let t=e.nextElementSibling,n=[...t.tBodies[0].rows];n.length>=Ot&&e.append(...Mt(t,n)),t.querySelectorAll(
"details").length>1&&e.append(It(t))}function Mt(e,t){let n=w(),o=e.getAttribute("aria-label")??"Rows",r=null,a=()=>{r??=
t.map(u=>(u.textContent??"").toLowerCase());let i=r,l=s.value.toLowerCase().split(/\s+/).filter(Boolean),d=0;t.forEach((u,b)=>{
let R=l.every(h=>i[b].includes(h));u.hidden=!R,R&&(d+=1)}),n.textContent=l.length?`${d} of ${t.length} rows`:""},s=c("in\
put",{type:"search",class:"callsheet-input","aria-label":`Filter: ${o}`,placeholder:`Filter ${t.length} rows`,input:a});
return e.addEventListener(K,()=>{s.value="",a()}),[s,n]}function It(e){let t=[...e.querySelectorAll("details")],n=c("but\
ton",{type:"button",class:"callsheet-button",click(){let r=t.some(a=>!a.open);for(let a of t)a.open=r;o()}}),o=()=>{n.textContent=
t.every(r=>r.open)?"Collapse all":"Expand all"};for(let r of t)r.addEventListener("toggle",o);return o(),n}var Bt={TABLE:"\
table",THEAD:"rowgroup",TBODY:"rowgroup",TR:"row",TH:"columnheader",TD:"cell"};function Vt(e){let{rows:t,tBodies:n,tHead:o}=e,
r=[...t].flatMap(a=>[...a.cells]);for(let a of[e,o,...n,...t,...r])a?.setAttribute("role",Bt[a.tagName])}function Ge(){p(
()=>{g(".callsheet-tools",_t),g(".callsheet-table",Vt)})}var le;function Dt(){for(let e of m('.md-search[role="dialog"]'))e.ariaLabel="Search";for(let e of m(".md-nav[aria-label\
ledby]")){let t=e.getAttribute("aria-labelledby")??"";document.getElementById(t)?.textContent?.trim()||(e.removeAttribute(
"aria-labelledby"),e.ariaLabel=e.parentElement?.querySelector("a")?.textContent?.trim()??"")}}function ce(){for(let e of m(
".md-code__nav:not([role])"))e.role="none";for(let e of m(".md-typeset__scrollwrap"))e.toggleAttribute("tabindex",e.scrollWidth>
e.clientWidth),e.hasAttribute("tabindex")&&(e.tabIndex=0)}function Je(){p(()=>{Dt(),ce(),le?.disconnect(),le=new MutationObserver(
ce);for(let e of m(".md-content"))le.observe(e,{childList:!0,subtree:!0})}),addEventListener("resize",ce)}Ee(document.currentScript);window.callsheet={...ae};Ye();Fe();Ge();he();Se();Je();$e();Le();xe();ke();we();fe();})();
