/*! Made by `make javascript`: sources 332891bcbb88eb1a, code 9e1945284bf8a083 */
"use strict";(()=>{var st=Object.defineProperty;var at=(e,t)=>{for(var n in t)st(e,n,{get:t[n],enumerable:!0})};function c(e,t={},...n){let o=document.createElement(e);for(let[r,a]of Object.entries(t))typeof a=="function"?o.addEventListener(
r,a):a!==!1&&o.setAttribute(r,a===!0?"":String(a));return o.append(...n),o}function A(e){let t=document.createElementNS(
"http://www.w3.org/2000/svg","svg");t.setAttribute("viewBox","0 0 24 24"),t.setAttribute("aria-hidden","true");let n=document.
createElementNS(t.namespaceURI,"path");return n.setAttribute("d",e),t.append(n),t}function fe(e){let t=e.toLowerCase();return c(
"span",{class:`callsheet-method callsheet-method--${t}`},e)}function me(e){return e.split(/(?<=[^/:])(?=[/?&])/).flatMap(
(t,n)=>n?[c("wbr"),t]:[t])}function f(e,t=document){return[...t.querySelectorAll(e)]}function w(e="callsheet-said"){return c(
"span",{role:"status",class:e})}var he=[];function p(e){he.push(e)}function ge(){let e=()=>{for(let t of he)t()};document.readyState==="loading"?addEventListener(
"DOMContentLoaded",e):e(),window.document$?.subscribe(e)}function h(e,t){for(let n of f(e))n.dataset.callsheetReady===void 0&&
(n.dataset.callsheetReady="",t(n))}var G="callsheet:reveal";function Ee(){let e=document.getElementById(J(location.hash));if(!e?.closest(".callsheet"))return;
let t=!1;for(let n=e;n;n=n.parentElement)n instanceof HTMLDetailsElement&&!n.open&&(n.open=!0,t=!0);e.hidden&&(e.closest(
"table")?.dispatchEvent(new Event(G)),t=!0),t&&e.scrollIntoView()}function J(e){try{return decodeURIComponent(e.slice(1))}catch{
return e.slice(1)}}function be(){let e=new Set;addEventListener("hashchange",Ee),addEventListener("beforeprint",()=>{for(let t of f(
".callsheet details:not([open])")){let n=t;n.open=!0,e.add(n)}}),addEventListener("afterprint",()=>{for(let t of e)t.open=
!1;e.clear()}),p(Ee)}var we="";function ye(e){we=new URL("../../",e.src).href}function L(e){return we+e}function V(e){return L(`assets/callsh\
eet/${e}`)}function P(e){return new Promise(t=>{let n=V(e);document.querySelector(`link[href="${n}"]`)?t(null):document.
head.append(c("link",{rel:"stylesheet",href:n,load:t,error:t}))})}var X=new Map;function E(e){let t=X.get(e);return t||(t=
new Promise((n,o)=>{let r=()=>{X.delete(e),o(new Error(`${e} cannot be loaded`))};document.head.append(c("script",{src:V(
e),load:n,error:r}))}),X.set(e,t)),t}var lt="M8 5v14l11-7z";async function ct(e){let{callsheet:t}=window;t.toggleConsole||await Promise.all([E("console/conso\
le.js"),P("console/console.css")]),await t.toggleConsole?.(e)}function it(e){let t=w(),n=!1,o=c("button",{type:"button",
class:"callsheet-button callsheet-primary","aria-expanded":"false",async click(){if(!n){n=!0;try{await ct(o),t.textContent=
""}catch(r){t.textContent="It cannot be loaded.",reportError(r)}finally{n=!1}}}},A(lt),"Try it");e.append(t,o)}function Se(){
p(()=>h(".callsheet-route",it))}function dt(){let e=document.querySelector(".md-sidebar--secondary .md-nav--secondary"),t=document.querySelector(".md-na\
v--primary .md-nav__item--active > .md-nav__link--active");!e?.querySelector("li")||!t||document.getElementById("__toc")||
(t.before(c("input",{class:"md-nav__toggle md-toggle",type:"checkbox",id:"__toc"}),c("label",{class:t.className,for:"__t\
oc"},...t.cloneNode(!0).childNodes,c("span",{class:"md-nav__icon md-icon"}))),t.after(e.cloneNode(!0)))}function xe(){p(
dt)}function D(e,...t){let n=c("button",{type:"button",class:"callsheet-button callsheet-close","aria-label":"Close",click(){
r.close()}},"×"),o=t.filter(a=>a!==!1),r=c("dialog",{class:"callsheet callsheet-dialog md-typeset","aria-label":e,close(){
r.remove()},click(a){a.target===r&&r.close()}},c("div",{},c("h2",{},e),...o,n));return document.body.append(r),r.showModal(),
r}var ut="M9.5 3A6.5 6.5 0 0 1 16 9.5c0 1.61-.59 3.09-1.56 4.23l.27.27h.79l5 5-1.5 1.5-5-5v-.79l-.27-.27A6.52 6.52 0 0 1 9\
.5 16 6.5 6.5 0 0 1 3 9.5 6.5 6.5 0 0 1 9.5 3m0 2C7 5 5 7 5 9.5S7 14 9.5 14 14 12 14 9.5 12 5 9.5 5",$e="callsheet-resul\
ts",Z=".md-search__input",Q=`${Z}[aria-haspopup]`,pt='.md-search, label[for="__search"]';async function U(e=""){if(document.
querySelector("dialog[open]"))return;let t=c("p",{role:"status",class:"callsheet-note"},"Loading …"),n=c("div",{role:"\
listbox",id:$e,class:"callsheet-found","aria-label":"Results",hidden:!0}),o=c("input",{type:"text",class:"callsheet-inpu\
t",role:"combobox","aria-label":"Search","aria-expanded":"false","aria-controls":$e,"aria-autocomplete":"list",placeholder:"\
Words, method and path, address or uid",autocomplete:"off",autocapitalize:"none",enterkeyhint:"go",maxlength:"1000",spellcheck:"\
false"}),r=l=>c("kbd",{},l),a=[r("/")," or ",r("Ctrl K")," opens the search, ",r("↑")," ",r("↓")," move, ",r("Enter"),
" goes to the page, ",r("Esc")," closes."],s=c("p",{class:"callsheet-note callsheet-keys"},...a),i=D("Search",o,t,n,s);i.
addEventListener("close",()=>{let{activeElement:l}=document;I(l)&&l.select()}),o.value=e,o.focus();try{window.callsheet.
attachSearch||await Promise.all([E("search.js"),P("search.css")]),window.callsheet.attachSearch?.({dialog:i,input:o,said:t,
list:n})}catch{t.textContent="The search cannot be loaded."}}function ft(e){return!(e instanceof HTMLElement)||I(e)||e.closest(
"dialog:not([open])")?!1:e.isContentEditable||/^(input|textarea|select)$/i.test(e.tagName)}function I(e){return e instanceof
Element&&e.matches(Q)}function mt(e){let{altKey:t,ctrlKey:n,metaKey:o,shiftKey:r,key:a,target:s}=e,i=a.toLowerCase()==="\
k"&&(n||o)&&!t&&!r,d=(document.querySelector(Q)?["/","f","s"]:["/"]).includes(a)&&!n&&!o&&!t&&!I(s),u=a==="Enter"&&I(s);
!(i||d||u)||ft(s)||(e.preventDefault(),e.stopImmediatePropagation(),U())}function ht(){addEventListener("click",e=>{!(e.
target instanceof Element&&e.target.closest(pt))||!document.querySelector(Q)||(e.preventDefault(),U())},!0),addEventListener(
"input",({target:e})=>{I(e)&&(U(e.value),e.value="")},!0)}function gt(e){if(new URLSearchParams(location.search).has("q"))
return;let t=e.cloneNode();t.setAttribute("aria-haspopup","dialog"),t.title="Search (Ctrl K)",e.replaceWith(t)}function Et(){
if(document.querySelector(`${Z}, .callsheet-finder`))return;let e=c("button",{type:"button",class:"callsheet-finder","ar\
ia-haspopup":"dialog",title:"Search (Ctrl K)","aria-label":"Search",click(){U()}},A(ut)),t=document.querySelector(".md-h\
eader__title");t?(e.classList.add("md-header__button","md-icon"),t.after(e)):document.querySelector(".callsheet")?.prepend(
e)}function Ae(){addEventListener("keydown",mt,!0),ht(),p(()=>{h(Z,gt),Et()})}var bt=/%..|\.html$|[^\p{L}\p{N}]+/gu;function wt(){let e=new URL(L("")).pathname,{pathname:t}=location;return(t.startsWith(
e)?t.slice(e.length):t).replace(bt," ").trim()}function yt(e){let t=c("input",{type:"search",class:"callsheet-input","ar\
ia-label":"Search",value:wt(),maxlength:"1000"}),n=c("button",{class:"callsheet-button callsheet-primary"},"Search"),o=r=>{
r.preventDefault(),U(t.value)};e.append(c("form",{role:"search",submit:o},t,n))}function ve(){p(()=>h(".callsheet-missin\
g",yt))}var Le="a[data-callsheet-list]",Ce=new Set;async function Te(){return await E("navigation.js"),window.callsheet.navigation}
function St(e){let[t]=(e.dataset.callsheetList??"").split(" "),n=async o=>{try{await(await Te())?.showAll(e,o),Ce.add(t)}catch{
o&&(location.href=e.href)}};e.addEventListener("click",o=>{o.ctrlKey||o.metaKey||o.shiftKey||(o.preventDefault(),o.stopPropagation(),
n(!0))}),Ce.has(t)&&n(!1)}function xt(e){let t=e.parentElement,n=t.querySelector(`:scope > li > ${Le}`)?.textContent,o=t.
querySelectorAll(":scope > .callsheet-filter ~ li > a").length,r=n?.match(/\d+/)?.[0]??o,a=w(),s=c("input",{type:"search",
"aria-label":"Filter the operations of this group",placeholder:`Filter ${r}`,async input(){await(await Te())?.filter(e,s.
value,a)}});e.append(s,a)}function Re(){p(()=>{h(".callsheet-filter",xt),h(Le,St)})}var ke=new Map;function Ne(){window.callsheetConsole=(e,t)=>{ke.set(e,t)}}async function Pe(e,t){await E(`console/${t}`);
let n=ke.get(e);if(!n)throw new Error(`There is no data of ${e}`);return n}var $t="uid/";function Ue(){let e=document.querySelector("[data-callsheet-uids]"),t=J(location.hash),n=document.getElementById(
t)?.closest("[data-callsheet-moved]");if(n&&location.replace(n.parentElement?.querySelector("a")?.href??""),!e||!t)return;
let o=document.getElementById(t)?.querySelector("a");o&&e.contains(o)?location.replace(o.href):(e.querySelector("[role=s\
tatus]")?.remove(),e.prepend(c("p",{role:"status"},`No operation has the uid ${t}.`)))}function qe(){addEventListener("h\
ashchange",Ue),p(()=>{let e=L($t),t=location.href.split(/[?#]/)[0],[,n]=/^([^/]+)\/?$/.exec(t.slice(e.length))??[];t.startsWith(
e)&&n&&n!=="index.html"?location.replace(`${e}index.html#${n}`):Ue()})}function M(e,t,n){if(!t)return e;if(/^(bash|sh|shell|console|curl)$/.test(n))return t==="'"?e.replaceAll("'","'\\''"):e.
replace(/[\\"$`]/g,"\\$&");if(/^(powershell|pwsh)$/.test(n))return t==="'"?e.replace(/['\u2018-\u201b]/g,"$&$&"):e.replace(
/["$`\u201c-\u201e]/g,"`$&");let o=e.replaceAll("\\","\\\\").replaceAll(t,`\\${t}`);return t!=='"'?o:/^(php|perl|kotlin|dart|groovy)$/.
test(n)?o.replaceAll("$","\\$"):n==="ruby"?o.replaceAll("#","\\#"):o}function q(e,t){let n=null;return{get(){try{return window[e].getItem(t)}catch{return n}},set(o){n=o;try{o===null?window[e].
removeItem(t):window[e].setItem(t,o)}catch{}}}}var H="http://in-this-page.invalid",ne=q("sessionStorage","callsheet.values"),Ie=new Set,F=new Map,Oe=["user","password",
"token","key","keyName"];function _e(){try{return JSON.parse(ne.get()??"")??{}}catch{return{}}}function ee(){return globalThis.
location?.pathname??""}var T={get:()=>({..._e(),...Object.fromEntries(F.get(ee())??[])}),set(e,t){let n={..._e(),[e]:t};
t||delete n[e],Oe.includes(e)&&(n.mark=Math.random().toString(36).slice(2)),Oe.some(o=>n[o])||delete n.mark,F.get(ee())?.
delete(e),ne.set(Object.keys(n).length?JSON.stringify(n):null),te()},setHere(e){F.set(ee(),new Map(e)),te()},forget(){ne.
set(null),F.clear(),te()},onChange(e){Ie.add(e)}};function te(){for(let e of Ie)e()}var j={base:/^https?:\/\/[^\s"'`\\$<>?#]+$/i,
token:/^[\w.~+/=:-]+$/,key:/^[\w.~+/=:-]+$/,keyName:/^[\w-]+$/,path:/^[\w.~-]+$/,number:/^-?\d+(\.\d+)?$/},R="API key",At="\
X-API-Key";function Me(){let t=document.querySelector("[data-callsheet-schemes]")?.dataset.callsheetSchemes?.split(" ")??
[];return[...new Set(["Basic","Bearer",...t,R,T.get().scheme??"Basic"])]}function K(e){if(e.scheme===R)return e.key?[e.keyName??
At,e.key]:null;let t=oe(e);return t?["Authorization",t]:null}function oe({scheme:e="Basic",user:t,password:n,token:o}){if(e===
R)return"";if(e!=="Basic")return o?`${e} ${o}`:"";if(!t||!n)return"";let r=new TextEncoder().encode(`${t}:${n}`);return`\
Basic ${btoa(String.fromCharCode(...r))}`}var O="••••••",Be=String.raw`(?<![\w.$"'])SECRET\b(?!["']|\s*:)|\{SECRET\}`,vt=/^\s*(?:\/\/|#).*|^"""[\s\S]*?"""|(?<![$f])"(?:[^"\\\n]|\\.)*"/gm,
Ve={setting:/^const (\w+) =\s+(?:process\.env\.(\w+)\s+\?\? .*|needed\(\s*"(\w+)",?\s*\));$/gm,write:(e,t,n)=>`const ${e}\
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
`]]},De={setting:/\{\{\$processEnv (\w+)\}\}/g,write:(e,t,n)=>n,quote:"",isInline:!0,used:String.raw`\$processEnv SECRET\b`,
uses:[/^(?:Authorization|NAME):.*\n?/gim,/^[\w-]+: .*\{\{\$processEnv .*\n?/gm],header:[[/^[A-Z]+ (?:\{\{baseUrl\}\}|https?:|\/).*\n?/m,
`NAME: VALUE
`]]},re={python:{setting:/^([A-Z]\w*) = os\.environ(?:\.get\(\s*"(\w+)",\s+(?:"[^"\n]*"|'[^'\n]*'),?\s*\)|\["(\w+)"\])$/gm,
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
`]]},javascript:Ve,typescript:Ve,csharp:{setting:/^var (\w+) =\s+Environment\.GetEnvironmentVariable\(\s*"(\w+)"\s*\)\s+\?\? .*;$/gm,
write:(e,t,n)=>`var ${e} = Environment.GetEnvironmentVariable("${t}") ?? ${n};`,login:/"(?:Basic|Digest)",\s/,uses:[/^request\.Headers\.Authorization = (?:(?!;\n)[\s\S])*\{SECRET\}(?:(?!;\n)[\s\S])*;\n/gm,
/^request\.Headers\.\w+\((?:(?!;\n)[\s\S])*(?:,\s+SECRET\b|\{SECRET\})(?:(?!;\n)[\s\S])*;\n/gm,/^query\.Add\((?:(?!;\n)[\s\S])*(?:,\s+SECRET\b|\{SECRET\})(?:(?!;\n)[\s\S])*;\n/gm],
header:[[/^using var request = (?:(?!;\n)[\s\S])*;\n/m,`request.Headers.TryAddWithoutValidation("NAME", "VALUE");
`]]},php:{setting:/^\$(\w+) = getenv\('(\w+)'\)\s+\?: .*;$/gm,write:(e,t,n)=>`$${e} = getenv('${t}') ?: ${n};`,quote:"'",
login:/^ {4}CURLOPT_USERPWD/m,used:String.raw`\$\{?SECRET\b`,uses:[/^ {4}CURLOPT_(?:HTTPAUTH|USERPWD) => .*\n/gm,/^ {8}'[\w-]+: .*\$SECRET\b.*,\n/gm],
header:[[/^ {4}CURLOPT_HTTPHEADER => \[\n/m,`        'NAME: VALUE',
`],[/^curl_setopt_array\(.*\n/m,`    CURLOPT_HTTPHEADER => ['NAME: VALUE'],
`]]},http:De,text:De};function Fe(e){return Object.hasOwn(re,e)}function He(e,t,n,o){let r=Object.hasOwn(re,t)?re[t]:void 0,
a=K(n);if(!r||!a)return[];let s=Ct(e,r);return(Lt(e,t,r,s,n)??(o?[]:Tt(e,r,s,a))).sort(W)}function W(e,t){return e.start-
t.start||e.end-t.end}function Ct(e,{setting:t}){return t?[...e.matchAll(t)].map(n=>({start:n.index,end:n.index+n[0].length,
name:n[1],variable:n[2]??n[3]??n[1]})).filter(({name:n})=>!/^base_?url$/i.test(n)):[]}function Lt(e,t,n,o,r){let{write:a,
quote:s='"',login:i}=n;if(!a||!o.length)return null;let{scheme:l="Basic",user:d="",password:u="",token:y="",key:k=""}=r,
g=i?.test(e)??!1,S=g?o.slice(2):o,x=({name:m},$)=>new RegExp(`Authorization.*?${$}.*\\b${m}\\b`,"i").test(e),b=[];return l===
"Basic"?g&&o.length>1&&(b=[[o[0],d,!1],[o[1],u,!0]]):l===R?b=S.filter(m=>!x(m,"")).map(m=>[m,k,!0]):b=S.filter(m=>x(m,`[\
"'\`: ]${l} `)).map(m=>[m,y,!0]),b.length?[...b.map(([{start:m,end:$,name:v,variable:C},ue,ot])=>{let pe=rt=>s+M(rt,s,t)+
s;return{start:m,end:$,text:a(v,C,pe(ue)),shown:a(v,C,ot?s+O+s:pe(ue))}}),...je(e,new Set(b.map(([{variable:m}])=>m)))]:
null}function je(e,t){let n=/^for needed in \((.*)\):\n(?: {4}.*\n)+/m.exec(e);if(!n)return[];let o=n[1].match(/"\w+"/g)?.
filter(s=>!t.has(s.slice(1,-1)))??[],r=`${o.join(", ")}${o.length===1?",":""}`,a=o.length?n[0].replace(n[1],r):"";return[
{start:n.index,end:n.index+n[0].length,text:a,shown:a}]}function Tt(e,t,n,[o,r]){let{uses:a,header:s,isInline:i,used:l=Be}=t,
d=n.map(g=>g.name).join("|")||"(?!)",u=i?[]:n.map(({start:g,end:S})=>({start:g,end:S+1,text:"",shown:""}));u.push(...je(
e,new Set(n.map(({variable:g})=>g))));for(let{source:g,flags:S}of a){let x=g.replaceAll("SECRET",`(?:${d})`).replaceAll(
"NAME",o),b=new RegExp(x,S);for(let N of e.matchAll(b)){let[m,$]=[N.index,N.index+N[0].length];u.some(C=>m<C.end&&C.start<
$)||u.push({start:m,end:$,text:"",shown:""})}}let y=Rt(e,u);if(new RegExp(l.replaceAll("SECRET",`(?:${d})`)).test(l===Be?
y.replace(vt,""):y))return[];for(let[g,S]of s){let x=g.exec(e);if(!x)continue;let b=x.index+x[0].length,N=o==="Authoriza\
tion"?`${r.split(" ")[0]} ${O}`:O,m=v=>S.replace("NAME",()=>o).replace("VALUE",()=>v),$={start:b,end:b,text:m(r),shown:m(
N)};return u.some(({start:v,end:C})=>v<b&&b<C)?[]:[...u,$]}return[]}function Rt(e,t){let n=0,o="";for(let{start:r,end:a}of[
...t].sort(W))o+=e.slice(n,r),n=a;return o+e.slice(n)}var se=new WeakMap;function kt({fill:e,quote:t='"',language:n},o){let{user:r,password:a}=(o.scheme??"Basic")==="Basic"?o:
{},s=r&&a,i=u=>({text:M(u,t,n),shown:O}),l=u=>({text:u,shown:u});if(e==="base")return o.base&&o.base!==H?l(o.base):null;
if(e==="authorization"){let u=oe(o);return u?{text:u,shown:`${u.split(" ")[0]} ${O}`}:null}if(e==="user")return s?l(M(r,
t,n)):null;if(e==="password")return s?i(a):null;if(e==="credentials")return s?i(`${r}:${a}`):null;let d=o[e];return d&&(t||
j.number.test(d))?l(d):null}function ae(e){return f("[data-fill]",e)}function _(e){return e.closest("[data-language]")?.
dataset.language??""}function We(e){let t=se.get(e);if(t)return t;let n=e.cloneNode(!0);return se.set(e,n),n}function Nt(e){
let t=e.closest(".callsheet-variant")?.getAttribute("aria-labelledby"),n=t?document.getElementById(t):null;return e.closest(
".callsheet-outcome")!==null||!!n?.querySelector(".callsheet-status")}function ze(e,t){let n=T.get(),o=_(e),r=He(t.textContent??
"",o,n,Nt(e)),a=document.createRange();for(let s of ae(t)){let{fill:i="",quote:l}=s.dataset,d=kt({fill:i,quote:l,language:o},
n);if(!d)continue;a.selectNodeContents(t),a.setEndBefore(s);let u=a.toString().length,y=u+(s.textContent??"").length;r.some(
g=>u<g.end&&g.start<y)||r.push({start:u,end:y,...d})}return r.sort(W)}function Pt(e,{start:t,end:n,shown:o}){let r=document.
createRange(),a=document.createTreeWalker(e,NodeFilter.SHOW_TEXT),s=0,i=!1;for(let l=a.nextNode();l;l=a.nextNode()){let{
length:d}=l;if(!i&&t<s+d&&(r.setStart(l,t-s),i=!0),i&&n<=s+d){r.setEnd(l,n-s);break}s+=d}r.deleteContents(),o&&r.insertNode(
c("span",{class:"callsheet-filled"},o))}function Ke(){let e=!Object.keys(T.get()).length;for(let t of f("[data-language]\
 pre > code")){if(e&&!se.has(t))continue;let n=We(t),o=n.cloneNode(!0);for(let r of ze(t,n).reverse())Pt(o,r);t.replaceChildren(
...o.childNodes)}}function B(e){let t=We(e),n=t.textContent??"";for(let o of ze(e,t).reverse())n=n.slice(0,o.start)+o.text+
n.slice(o.end);return n}function Ye(){T.onChange(Ke),p(Ke)}var Ut="M8 5v14l11-7z";function qt(e){let t=e.querySelector("pre > code"),n=e.querySelector(".callsheet-file");return{language:_(
t),name:n.querySelector("code")?.textContent??"program.py",source:B(t),step:Number(e.dataset.step??0),files:f("a[downloa\
d]",n).map(({href:o})=>[decodeURIComponent(o.split("/").slice(-2).join("/")),o])}}function Ot(e){let t=e.querySelector("\
pre > code"),n=e.querySelector(".callsheet-file");if(!t||!n)return;let o=_(t);if(o!=="python"&&o!=="javascript")return;let r=w(),
a=c("button",{type:"button",class:"callsheet-button callsheet-primary",title:"Run this program in this page",async click(){
a.disabled=!0;try{await Promise.all([E("sandbox/sandbox.js"),P("sandbox/sandbox.css")]),r.textContent="",await window.callsheet.
runProgram?.(e,qt)}catch(s){r.textContent="It cannot be loaded.",reportError(s)}finally{a.disabled=!1}}},A(Ut),"Run");n.
append(r,a)}function Ge(){p(()=>h(".callsheet-panel pre, .callsheet-program pre",e=>{let t=e.closest(".callsheet-panel, \
.callsheet-program");t&&Ot(t)}))}async function z(e){try{return await navigator.clipboard.writeText(e),!0}catch{let t=c("textarea",{readonly:!0,class:"ca\
llsheet-offscreen"});t.value=e,document.body.append(t),t.select();let n=document.execCommand("copy");return t.remove(),n}}
function Y(e,t){let n=URL.createObjectURL(new Blob([e],{type:"text/plain"}));c("a",{href:n,download:t}).click(),setTimeout(
()=>URL.revokeObjectURL(n),1e3)}var _t="M19 21H8V7h11m0-2H8a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h11a2 2 0 0 0 2-2V7a2 2 0 0 0-2-2m-3-4H4a2 2 0 0 0-2 2v14h2V3h\
12z",It="M5 20h14v-2H5m14-9h-4V3H9v6H5l7 7z",Je="callsheet:language",Xe={ArrowRight:1,ArrowLeft:-1},Ze=q("localStorage",
"callsheet.language");function Qe(e){return f(":scope > input",e)}function le(e){return e.nextElementSibling}function Mt(e){
let t=Qe(e),n=t.map(s=>{let i=le(s),l=i.nextElementSibling;l.id=`${s.id}-panel`;let d=c("button",{type:"button",role:"ta\
b",id:`${s.id}-tab`,"aria-controls":l.id,click(){o(d,!0)}},i.textContent??"");return l.setAttribute("role","tabpanel"),l.
setAttribute("aria-labelledby",d.id),s.hidden=!0,i.hidden=!0,d}),o=(s,i)=>{if(n.forEach((l,d)=>{l.setAttribute("aria-sel\
ected",String(l===s)),l.tabIndex=l===s?0:-1,t[d].checked=l===s}),!!i){Ze.set(s.textContent);for(let l of f(".callsheet-t\
abs",e.closest(".callsheet-variants")??e))l!==e&&l.dispatchEvent(new Event(Je))}},r=c("div",{role:"tablist",class:"calls\
heet-tablist","aria-label":"Language of the sample",keydown(s){let i=n.indexOf(document.activeElement),l=Bt(s.key,i,n.length,
getComputedStyle(e).direction==="rtl");l<0||i<0||(s.preventDefault(),n[l].focus(),o(n[l],!0))}},...n);e.prepend(r);let a=()=>{
let s=Ze.get(),i=n.find(l=>l.textContent===s);o(i??n[t.findIndex(l=>l.checked)]??n[0],!1)};e.addEventListener(Je,a),a()}
function Bt(e,t,n,o){return e==="Home"?0:e==="End"?n-1:Object.hasOwn(Xe,e)?(t+(o?-1:1)*Xe[e]+n)%n:-1}function Vt(e){let t=Qe(
e),n=e.querySelector(".callsheet-choice"),o=c("select",{"aria-labelledby":n.id,change(){t[o.selectedIndex].checked=!0}},
...t.map(r=>c("option",{},le(r).textContent??"")));o.selectedIndex=t.findIndex(r=>r.checked);for(let r of t)r.hidden=!0,
le(r).hidden=!0;n.after(o)}function Dt(e){let t=e.querySelector("pre > code"),n=e.querySelector(".callsheet-file");if(!t||
!n)return;let o=w(),r=(d,u,y)=>c("button",{type:"button",class:"callsheet-icon",title:d,"aria-label":d,click:y},A(u)),a=n.
querySelector("code")?.textContent,s=c("span",{class:"callsheet-actions"},o);(e.querySelector("[data-fill]")||Fe(_(t)))&&
s.append(c("button",{type:"button",class:"callsheet-button","aria-haspopup":"dialog",async click(){try{await E("values.j\
s"),window.callsheet.askForValues?.()}catch{o.textContent="This cannot be loaded"}}},"Your values"));let i=async()=>{o.textContent=
await z(B(t))?"Copied":"Select the text to copy it",setTimeout(()=>{o.textContent=""},2e3)},l=f("details",t);l.length&&s.
append(Ft(l)),s.append(r("Copy",_t,i)),a&&s.append(r(`Download ${a}`,It,()=>Y(B(t),a))),n.append(s)}function Ft(e){let t=e.
map(s=>s.open),n=t.includes(!1)?t:e.map((s,i)=>i===0),o=()=>e.every(s=>s.open),r=c("button",{type:"button",class:"callsh\
eet-button",click(){let s=!o();e.forEach((i,l)=>{i.open=s||n[l]})}}),a=()=>{r.textContent=o()?"Fold":"Unfold"};for(let s of e)
s.addEventListener("toggle",a);return a(),r}function et(){p(()=>{h(".callsheet-tabs",Mt),h(".callsheet-variants--many",Vt),
h(".callsheet-panel, .callsheet-program, .callsheet-json",Dt)})}var ce={};at(ce,{API_KEY:()=>R,IN_PAGE:()=>H,VALID:()=>j,all:()=>f,assetUrl:()=>V,badge:()=>fe,breakable:()=>me,copy:()=>z,
credentials:()=>K,load:()=>E,make:()=>c,onPage:()=>p,openDialog:()=>D,operationFile:()=>Pe,placeholders:()=>ae,save:()=>Y,
schemes:()=>Me,siteUrl:()=>L,statusNote:()=>w,storedText:()=>q,values:()=>T});var Ht=16;function jt(e){let t=e.nextElementSibling,n=[...t.tBodies[0].rows];n.length>=Ht&&e.append(...Kt(t,n)),t.querySelectorAll(
"details").length>1&&e.append(Wt(t))}function Kt(e,t){let n=w(),o=e.getAttribute("aria-label")??"Rows",r=null,a=()=>{r??=
t.map(u=>(u.textContent??"").toLowerCase());let i=r,l=s.value.toLowerCase().split(/\s+/).filter(Boolean),d=0;t.forEach((u,y)=>{
let k=l.every(g=>i[y].includes(g));u.hidden=!k,k&&(d+=1)}),n.textContent=l.length?`${d} of ${t.length} rows`:""},s=c("in\
put",{type:"search",class:"callsheet-input","aria-label":`Filter: ${o}`,placeholder:`Filter ${t.length} rows`,input:a});
return e.addEventListener(G,()=>{s.value="",a()}),[s,n]}function Wt(e){let t=[...e.querySelectorAll("details")],n=c("but\
ton",{type:"button",class:"callsheet-button",click(){let r=t.some(a=>!a.open);for(let a of t)a.open=r;o()}}),o=()=>{n.textContent=
t.every(r=>r.open)?"Collapse all":"Expand all"};for(let r of t)r.addEventListener("toggle",o);return o(),n}var zt={TABLE:"\
table",THEAD:"rowgroup",TBODY:"rowgroup",TR:"row",TH:"columnheader",TD:"cell"};function Yt(e){let{rows:t,tBodies:n,tHead:o}=e,
r=[...t].flatMap(a=>[...a.cells]);for(let a of[e,o,...n,...t,...r])a?.setAttribute("role",zt[a.tagName])}function tt(){p(
()=>{h(".callsheet-tools",jt),h(".callsheet-table",Yt)})}var ie;function Gt(){for(let e of f('.md-search[role="dialog"]'))e.ariaLabel="Search";for(let e of f(".md-nav[aria-label\
ledby]")){let t=e.getAttribute("aria-labelledby")??"";document.getElementById(t)?.textContent?.trim()||(e.removeAttribute(
"aria-labelledby"),e.ariaLabel=e.parentElement?.querySelector("a")?.textContent?.trim()??"")}}function de(){for(let e of f(
".md-code__nav:not([role])"))e.role="none";for(let e of f(".md-typeset__scrollwrap"))e.toggleAttribute("tabindex",e.scrollWidth>
e.clientWidth),e.hasAttribute("tabindex")&&(e.tabIndex=0)}function nt(){p(()=>{Gt(),de(),ie?.disconnect(),ie=new MutationObserver(
de);for(let e of f(".md-content"))ie.observe(e,{childList:!0,subtree:!0})}),addEventListener("resize",de)}ye(document.currentScript);window.callsheet={...ce,startRunButtons:Ge};Ne();et();Ye();tt();be();xe();nt();ve();Re();Ae();
qe();Se();ge();})();
