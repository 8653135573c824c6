/*! Made by `make javascript`: sources 70a102585a536c92, code 867729fb6574bc17 */
"use strict";(()=>{var ot=Object.defineProperty;var rt=(e,t)=>{for(var n in t)ot(e,n,{get:t[n],enumerable:!0})};function l(e,t={},...n){let o=document.createElement(e);for(let[r,a]of Object.entries(t))typeof a=="function"?o.addEventListener(
r,a):a!==!1&&o.setAttribute(r,a===!0?"":String(a));return o.append(...n),o}function A(e){let t=document.createElementNS(
"http://www.w3.org/2000/svg","svg");t.setAttribute("viewBox","0 0 24 24"),t.setAttribute("aria-hidden","true");let n=document.
createElementNS(t.namespaceURI,"path");return n.setAttribute("d",e),t.append(n),t}function fe(e){let t=e.toLowerCase();return l(
"span",{class:`callsheet-method callsheet-method--${t}`},e)}function me(e){return e.split(/(?<=[^/:])(?=[/?&])/).flatMap(
(t,n)=>n?[l("wbr"),t]:[t])}function f(e,t=document){return[...t.querySelectorAll(e)]}function b(e="callsheet-said"){return l(
"span",{role:"status",class:e})}var he=[];function p(e){he.push(e)}function ge(){let e=()=>{for(let t of he)t()};document.readyState==="loading"?addEventListener(
"DOMContentLoaded",e):e(),window.document$?.subscribe(e)}function h(e,t){for(let n of f(e))n.dataset.callsheetReady===void 0&&
(n.dataset.callsheetReady="",t(n))}var G="callsheet:reveal";function Ee(){let e=document.getElementById(J(location.hash));if(!e?.closest(".callsheet"))return;
let t=!1;for(let n=e;n;n=n.parentElement)n instanceof HTMLDetailsElement&&!n.open&&(n.open=!0,t=!0);e.hidden&&(e.closest(
"table")?.dispatchEvent(new Event(G)),t=!0),t&&e.scrollIntoView()}function J(e){try{return decodeURIComponent(e.slice(1))}catch{
return e.slice(1)}}function be(){let e=new Set;addEventListener("hashchange",Ee),addEventListener("beforeprint",()=>{for(let t of f(
".callsheet details:not([open])")){let n=t;n.open=!0,e.add(n)}}),addEventListener("afterprint",()=>{for(let t of e)t.open=
!1;e.clear()}),p(Ee)}var we="";function Se(e){we=new URL("../../",e.src).href}function L(e){return we+e}function V(e){return L(`assets/callsh\
eet/${e}`)}function P(e){return new Promise(t=>{let n=V(e);document.querySelector(`link[href="${n}"]`)?t(null):document.
head.append(l("link",{rel:"stylesheet",href:n,load:t,error:t}))})}var X=new Map;function w(e){let t=X.get(e);return t||(t=
new Promise((n,o)=>{let r=()=>{X.delete(e),o(new Error(`${e} cannot be loaded`))};document.head.append(l("script",{src:V(
e),load:n,error:r}))}),X.set(e,t)),t}var st="M8 5v14l11-7z";async function at(e){let{callsheet:t}=window;t.toggleConsole||await Promise.all([w("console/conso\
le.js"),P("console/console.css")]),await t.toggleConsole?.(e)}function lt(e){let t=b(),n=!1,o=l("button",{type:"button",
class:"callsheet-button callsheet-primary","aria-expanded":"false",async click(){if(!n){n=!0;try{await at(o),t.textContent=
""}catch(r){t.textContent="It cannot be loaded.",reportError(r)}finally{n=!1}}}},A(st),"Try it");e.append(t,o)}function ye(){
p(()=>h(".callsheet-route",lt))}function ct(){let e=document.querySelector(".md-sidebar--secondary .md-nav--secondary"),t=document.querySelector(".md-na\
v--primary .md-nav__item--active > .md-nav__link--active");!e?.querySelector("li")||!t||document.getElementById("__toc")||
(t.before(l("input",{class:"md-nav__toggle md-toggle",type:"checkbox",id:"__toc"}),l("label",{class:t.className,for:"__t\
oc"},...t.cloneNode(!0).childNodes,l("span",{class:"md-nav__icon md-icon"}))),t.after(e.cloneNode(!0)))}function xe(){p(
ct)}function D(e,...t){let n=l("button",{type:"button",class:"callsheet-button callsheet-close","aria-label":"Close",click(){
r.close()}},"×"),o=t.filter(a=>a!==!1),r=l("dialog",{class:"callsheet callsheet-dialog md-typeset","aria-label":e,close(){
r.remove()},click(a){a.target===r&&r.close()}},l("div",{},l("h2",{},e),...o,n));return document.body.append(r),r.showModal(),
r}var it="M9.5 3A6.5 6.5 0 0 1 16 9.5c0 1.61-.59 3.09-1.56 4.23l.27.27h.79l5 5-1.5 1.5-5-5v-.79l-.27-.27A6.52 6.52 0 0 1 9\
.5 16 6.5 6.5 0 0 1 3 9.5 6.5 6.5 0 0 1 9.5 3m0 2C7 5 5 7 5 9.5S7 14 9.5 14 14 12 14 9.5 12 5 9.5 5",$e="callsheet-resul\
ts",Z=".md-search__input",Q=`${Z}[aria-haspopup]`,dt='.md-search, [for="__search"]';async function _(e=""){if(document.querySelector(
"dialog[open]"))return;let t=l("p",{role:"status",class:"callsheet-note"},"Loading …"),n=l("div",{role:"listbox",id:$e,
class:"callsheet-found","aria-label":"Results",hidden:!0}),o=l("input",{type:"text",class:"callsheet-input",role:"combob\
ox","aria-label":"Search","aria-expanded":"false","aria-controls":$e,"aria-autocomplete":"list",placeholder:"Words, meth\
od and path, address or uid",autocomplete:"off",autocapitalize:"none",enterkeyhint:"go",maxlength:"1000",spellcheck:"fal\
se"}),r=D("Search",o,t,n);r.addEventListener("close",()=>{let{activeElement:a}=document;I(a)&&a.select()}),o.value=e,o.focus();
try{window.callsheet.attachSearch||await Promise.all([w("search.js"),P("search.css")]),window.callsheet.attachSearch?.({
dialog:r,input:o,said:t,list:n})}catch{t.textContent="The search cannot be loaded."}}function ut(e){return!(e instanceof
HTMLElement)||I(e)||e.closest("dialog:not([open])")?!1:e.isContentEditable||/^(input|textarea|select)$/i.test(e.tagName)}
function I(e){return e instanceof Element&&e.matches(Q)}function pt(e){let{altKey:t,ctrlKey:n,metaKey:o,shiftKey:r,key:a,
target:s}=e,i=a.toLowerCase()==="k"&&(n||o)&&!t&&!r,d=(document.querySelector(Q)?["/","f","s"]:["/"]).includes(a)&&!n&&!o&&
!t&&!I(s),u=a==="Enter"&&I(s);!(i||d||u)||ut(s)||(e.preventDefault(),e.stopImmediatePropagation(),_())}function ft(){addEventListener(
"click",e=>{!(e.target instanceof Element&&e.target.closest(dt))||!document.querySelector(Q)||(e.preventDefault(),_())},
!0),addEventListener("input",({target:e})=>{I(e)&&(_(e.value),e.value="")},!0)}function mt(e){if(new URLSearchParams(location.
search).has("q"))return;let t=e.cloneNode();t.setAttribute("aria-haspopup","dialog"),t.title="Search (Ctrl K)",e.replaceWith(
t)}function ht(){if(document.querySelector(`${Z}, .callsheet-finder`))return;let e=l("button",{type:"button",class:"call\
sheet-finder","aria-haspopup":"dialog",title:"Search (Ctrl K)","aria-label":"Search",click(){_()}},A(it)),t=document.querySelector(
".md-header__title");t?(e.classList.add("md-header__button","md-icon"),t.after(e)):document.querySelector(".callsheet")?.
prepend(e)}function Ae(){addEventListener("keydown",pt,!0),ft(),p(()=>{h(Z,mt),ht()})}var gt=/%..|\.html$|[^\p{L}\p{N}]+/gu;function Et(){let e=new URL(L("")).pathname,{pathname:t}=location;return(t.startsWith(
e)?t.slice(e.length):t).replace(gt," ").trim()}function bt(e){let t=l("input",{type:"search",class:"callsheet-input","ar\
ia-label":"Search",value:Et(),maxlength:"1000"}),n=l("button",{class:"callsheet-button callsheet-primary"},"Search"),o=r=>{
r.preventDefault(),_(t.value)};e.append(l("form",{role:"search",submit:o},t,n))}function ve(){p(()=>h(".callsheet-missin\
g",bt))}var Te="a[data-callsheet-list]",Ce="callsheet-filter",Le=new Set;async function ke(){return await w("navigation.js"),window.
callsheet.navigation}function wt(e){let[t]=(e.dataset.callsheetList??"").split(" "),n=async o=>{try{await(await ke())?.showAll(
e,o),Le.add(t)}catch{o&&(location.href=e.href)}};e.addEventListener("click",o=>{o.ctrlKey||o.metaKey||o.shiftKey||(o.preventDefault(),
o.stopPropagation(),n(!0))}),Le.has(t)&&n(!1)}function St(e){let t=e.parentElement,n=t.querySelector(`:scope > li > ${Te}`)?.
textContent,o=t.querySelectorAll(":scope > .callsheet-filter ~ li > a").length,r=n?.match(/\d+/)?.[0]??o,a=b(),s=l("inpu\
t",{id:Ce,type:"search","aria-label":"Filter the operations of this group",placeholder:`Filter ${r}`,async input(){await(await ke())?.
filter(e,s.value,a)}});e.append(s,a);let i=l("a",{href:`#${Ce}`,class:"md-skip"},"Skip to the filter");i.addEventListener(
"click",c=>{c.preventDefault(),c.stopPropagation(),s.focus()}),document.querySelector(".md-skip")?.after(i)}function Re(){
p(()=>{h(".callsheet-filter",St),h(Te,wt)})}var yt="uid/";function Ne(){let e=document.querySelector("[data-callsheet-uids]"),t=J(location.hash),n=document.getElementById(
t)?.closest("[data-callsheet-moved]");if(n&&location.replace(n.parentElement?.querySelector("a")?.href??""),!e||!t)return;
let o=document.getElementById(t)?.querySelector("a");o&&e.contains(o)?location.replace(o.href):(e.querySelector("[role=s\
tatus]")?.remove(),e.prepend(l("p",{role:"status"},`No operation has the uid ${t}.`)))}function Pe(){addEventListener("h\
ashchange",Ne),p(()=>{let e=L(yt),t=location.href.split(/[?#]/)[0],[,n]=/^([^/]+)\/?$/.exec(t.slice(e.length))??[];t.startsWith(
e)&&n&&n!=="index.html"?location.replace(`${e}index.html#${n}`):Ne()})}function O(e,t,n){if(!t)return e;if(/^(bash|sh|shell|console|curl)$/.test(n))return t==="'"?e.replaceAll("'","'\\''"):e.
replace(/[\\"$`]/g,"\\$&");if(/^(powershell|pwsh)$/.test(n))return t==="'"?e.replace(/['\u2018-\u201b]/g,"$&$&"):e.replace(
/["$`\u201c-\u201e]/g,"`$&");let o=e.replaceAll("\\","\\\\").replaceAll(t,`\\${t}`);return t!=='"'?o:/^(php|perl|kotlin|dart|groovy)$/.
test(n)?o.replaceAll("$","\\$"):n==="ruby"?o.replaceAll("#","\\#"):o}function U(e,t){let n=null;return{get(){try{return window[e].getItem(t)}catch{return n}},set(o){n=o;try{o===null?window[e].
removeItem(t):window[e].setItem(t,o)}catch{}}}}var F="http://in-this-page.invalid",ne=U("sessionStorage","callsheet.values"),qe=new Set,H=new Map,_e=["user","password",
"token","key","keyName"];function Ue(){try{return JSON.parse(ne.get()??"")??{}}catch{return{}}}function ee(){return globalThis.
location?.pathname??""}var T={get:()=>({...Ue(),...Object.fromEntries(H.get(ee())??[])}),set(e,t){let n={...Ue(),[e]:t};
t||delete n[e],_e.includes(e)&&(n.mark=Math.random().toString(36).slice(2)),_e.some(o=>n[o])||delete n.mark,H.get(ee())?.
delete(e),ne.set(Object.keys(n).length?JSON.stringify(n):null),te()},setHere(e){H.set(ee(),new Map(e)),te()},forget(){ne.
set(null),H.clear(),te()},onChange(e){qe.add(e)}};function te(){for(let e of qe)e()}var j={base:/^https?:\/\/[^\s"'`\\$<>?#]+$/i,
token:/^[\w.~+/=:-]+$/,key:/^[\w.~+/=:-]+$/,keyName:/^[\w-]+$/,path:/^[\w.~-]+$/,number:/^-?\d+(\.\d+)?$/},k="API key",xt="\
X-API-Key";function Ie(){let t=document.querySelector("[data-callsheet-schemes]")?.dataset.callsheetSchemes?.split(",")??
[];return[...new Set([...t,"Basic","Bearer",k,T.get().scheme??"Basic"])]}function K(e){if(e.scheme===k)return e.key?[e.keyName??
xt,e.key]:null;let t=oe(e);return t?["Authorization",t]:null}function oe({scheme:e="Basic",user:t,password:n,token:o}){if(e===
k)return"";if(e!=="Basic")return o?`${e} ${o}`:"";if(!t||!n)return"";let r=new TextEncoder().encode(`${t}:${n}`);return`\
Basic ${btoa(String.fromCharCode(...r))}`}var q="••••••",Oe=String.raw`(?<![\w.$"'])SECRET\b(?!["']|\s*:)|\{SECRET\}`,$t=/^\s*(?:\/\/|#).*|^"""[\s\S]*?"""|(?<![$f])"(?:[^"\\\n]|\\.)*"/gm,
Me={setting:/^const (\w+) =\s+(?:process\.env\.(\w+)\s+\?\? .*|needed\(\s*"(\w+)",?\s*\));$/gm,write:(e,t,n)=>`const ${e}\
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
`]]},Be={setting:/\{\{\$processEnv (\w+)\}\}/g,write:(e,t,n)=>n,quote:"",isInline:!0,used:String.raw`\$processEnv SECRET\b`,
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
`]]},javascript:Me,typescript:Me,csharp:{setting:/^var (\w+) =\s+Environment\.GetEnvironmentVariable\(\s*"(\w+)"\s*\)\s+\?\? .*;$/gm,
write:(e,t,n)=>`var ${e} = Environment.GetEnvironmentVariable("${t}") ?? ${n};`,login:/"(?:Basic|Digest)",\s/,uses:[/^request\.Headers\.Authorization = (?:(?!;\n)[\s\S])*\{SECRET\}(?:(?!;\n)[\s\S])*;\n/gm,
/^request\.Headers\.\w+\((?:(?!;\n)[\s\S])*(?:,\s+SECRET\b|\{SECRET\})(?:(?!;\n)[\s\S])*;\n/gm,/^query\.Add\((?:(?!;\n)[\s\S])*(?:,\s+SECRET\b|\{SECRET\})(?:(?!;\n)[\s\S])*;\n/gm],
header:[[/^using var request = (?:(?!;\n)[\s\S])*;\n/m,`request.Headers.TryAddWithoutValidation("NAME", "VALUE");
`]]},php:{setting:/^\$(\w+) = getenv\('(\w+)'\)\s+\?: .*;$/gm,write:(e,t,n)=>`$${e} = getenv('${t}') ?: ${n};`,quote:"'",
login:/^ {4}CURLOPT_USERPWD/m,used:String.raw`\$\{?SECRET\b`,uses:[/^ {4}CURLOPT_(?:HTTPAUTH|USERPWD) => .*\n/gm,/^ {8}'[\w-]+: .*\$SECRET\b.*,\n/gm],
header:[[/^ {4}CURLOPT_HTTPHEADER => \[\n/m,`        'NAME: VALUE',
`],[/^curl_setopt_array\(.*\n/m,`    CURLOPT_HTTPHEADER => ['NAME: VALUE'],
`]]},http:Be,text:Be};function Ve(e){return Object.hasOwn(re,e)}function De(e,t,n,o){let r=Object.hasOwn(re,t)?re[t]:void 0,
a=K(n);if(!r||!a)return[];let s=At(e,r);return(vt(e,t,r,s,n)??(o?[]:Ct(e,r,s,a))).sort(W)}function W(e,t){return e.start-
t.start||e.end-t.end}function At(e,{setting:t}){return t?[...e.matchAll(t)].map(n=>({start:n.index,end:n.index+n[0].length,
name:n[1],variable:n[2]??n[3]??n[1]})).filter(({name:n})=>!/^base_?url$/i.test(n)):[]}function vt(e,t,n,o,r){let{write:a,
quote:s='"',login:i}=n;if(!a||!o.length)return null;let{scheme:c="Basic",user:d="",password:u="",token:S="",key:R=""}=r,
g=i?.test(e)??!1,y=g?o.slice(2):o,x=({name:m},$)=>new RegExp(`Authorization.*?${$}.*\\b${m}\\b`,"i").test(e),E=[];return c===
"Basic"?g&&o.length>1&&(E=[[o[0],d,!1],[o[1],u,!0]]):c===k?E=y.filter(m=>!x(m,"")).map(m=>[m,R,!0]):E=y.filter(m=>x(m,`[\
"'\`: ]${c} `)).map(m=>[m,S,!0]),E.length?[...E.map(([{start:m,end:$,name:v,variable:C},ue,tt])=>{let pe=nt=>s+O(nt,s,t)+
s;return{start:m,end:$,text:a(v,C,pe(ue)),shown:a(v,C,tt?s+q+s:pe(ue))}}),...He(e,new Set(E.map(([{variable:m}])=>m)))]:
null}function He(e,t){let n=/^for needed in \((.*)\):\n(?: {4}.*\n)+/m.exec(e);if(!n)return[];let o=n[1].match(/"\w+"/g)?.
filter(s=>!t.has(s.slice(1,-1)))??[],r=`${o.join(", ")}${o.length===1?",":""}`,a=o.length?n[0].replace(n[1],r):"";return[
{start:n.index,end:n.index+n[0].length,text:a,shown:a}]}function Ct(e,t,n,[o,r]){let{uses:a,header:s,isInline:i,used:c=Oe}=t,
d=n.map(g=>g.name).join("|")||"(?!)",u=i?[]:n.map(({start:g,end:y})=>({start:g,end:y+1,text:"",shown:""}));u.push(...He(
e,new Set(n.map(({variable:g})=>g))));for(let{source:g,flags:y}of a){let x=g.replaceAll("SECRET",`(?:${d})`).replaceAll(
"NAME",o),E=new RegExp(x,y);for(let N of e.matchAll(E)){let[m,$]=[N.index,N.index+N[0].length];u.some(C=>m<C.end&&C.start<
$)||u.push({start:m,end:$,text:"",shown:""})}}let S=Lt(e,u);if(new RegExp(c.replaceAll("SECRET",`(?:${d})`)).test(c===Oe?
S.replace($t,""):S))return[];for(let[g,y]of s){let x=g.exec(e);if(!x)continue;let E=x.index+x[0].length,N=o==="Authoriza\
tion"?`${r.split(" ")[0]} ${q}`:q,m=v=>y.replace("NAME",()=>o).replace("VALUE",()=>v),$={start:E,end:E,text:m(r),shown:m(
N)};return u.some(({start:v,end:C})=>v<E&&E<C)?[]:[...u,$]}return[]}function Lt(e,t){let n=0,o="";for(let{start:r,end:a}of[
...t].sort(W))o+=e.slice(n,r),n=a;return o+e.slice(n)}var se=new WeakMap;function Tt({fill:e,quote:t='"',language:n},o){let{user:r,password:a}=(o.scheme??"Basic")==="Basic"?o:
{},s=r&&a,i=u=>({text:O(u,t,n),shown:q}),c=u=>({text:u,shown:u});if(e==="base")return o.base&&o.base!==F?c(o.base):null;
if(e==="authorization"){let u=oe(o);return u?{text:u,shown:`${u.split(" ")[0]} ${q}`}:null}if(e==="user")return s?c(O(r,
t,n)):null;if(e==="password")return s?i(a):null;if(e==="credentials")return s?i(`${r}:${a}`):null;let d=o[e];return d&&(t||
j.number.test(d))?c(d):null}function ae(e){return f("[data-fill]",e)}function M(e){return e.closest("[data-language]")?.
dataset.language??""}function je(e){let t=se.get(e);if(t)return t;let n=e.cloneNode(!0);return se.set(e,n),n}function kt(e){
let t=e.closest(".callsheet-variant")?.getAttribute("aria-labelledby"),n=t?document.getElementById(t):null;return e.closest(
".callsheet-outcome")!==null||!!n?.querySelector(".callsheet-status")}function Ke(e,t){let n=T.get(),o=M(e),r=De(t.textContent??
"",o,n,kt(e)),a=document.createRange();for(let s of ae(t)){let{fill:i="",quote:c}=s.dataset,d=Tt({fill:i,quote:c,language:o},
n);if(!d)continue;a.selectNodeContents(t),a.setEndBefore(s);let u=a.toString().length,S=u+(s.textContent??"").length;r.some(
g=>u<g.end&&g.start<S)||r.push({start:u,end:S,...d})}return r.sort(W)}function Rt(e,{start:t,end:n,shown:o}){let r=document.
createRange(),a=document.createTreeWalker(e,NodeFilter.SHOW_TEXT),s=0,i=!1;for(let c=a.nextNode();c;c=a.nextNode()){let{
length:d}=c;if(!i&&t<s+d&&(r.setStart(c,t-s),i=!0),i&&n<=s+d){r.setEnd(c,n-s);break}s+=d}r.deleteContents(),o&&r.insertNode(
l("span",{class:"callsheet-filled"},o))}function Fe(){let e=!Object.keys(T.get()).length;for(let t of f("[data-language]\
 pre > code")){if(e&&!se.has(t))continue;let n=je(t),o=n.cloneNode(!0);for(let r of Ke(t,n).reverse())Rt(o,r);t.replaceChildren(
...o.childNodes)}}function B(e){let t=je(e),n=t.textContent??"";for(let o of Ke(e,t).reverse())n=n.slice(0,o.start)+o.text+
n.slice(o.end);return n}function We(){T.onChange(Fe),p(Fe)}var Nt="M8 5v14l11-7z";function Pt(e){let t=e.querySelector("pre > code"),n=e.querySelector(".callsheet-file");if(!t||!n)
return;let o=M(t);if(o!=="python"&&o!=="javascript")return;let r=b(),a=()=>({language:o,name:n.querySelector("code")?.textContent??
"program.py",source:B(t),files:f("a[download]",n).map(({href:i})=>[decodeURIComponent(i.split("/").slice(-2).join("/")),
i])}),s=l("button",{type:"button",class:"callsheet-button callsheet-primary",title:"Run this program in this page",async click(){
s.disabled=!0;try{await Promise.all([w("sandbox/sandbox.js"),P("sandbox/sandbox.css")]),r.textContent="",await window.callsheet.
runProgram?.(e,a)}catch(i){r.textContent="It cannot be loaded.",reportError(i)}finally{s.disabled=!1}}},A(Nt),"Run");n.append(
r,s)}function ze(){p(()=>h(".callsheet-panel pre, .callsheet-program pre",e=>{let t=e.closest(".callsheet-panel, .callsh\
eet-program");t&&Pt(t)}))}async function z(e){try{return await navigator.clipboard.writeText(e),!0}catch{let t=l("textarea",{readonly:!0,class:"ca\
llsheet-offscreen"});t.value=e,document.body.append(t),t.select();let n=document.execCommand("copy");return t.remove(),n}}
function Y(e,t){let n=URL.createObjectURL(new Blob([e],{type:"text/plain"}));l("a",{href:n,download:t}).click(),setTimeout(
()=>URL.revokeObjectURL(n),1e3)}var _t="M19 21H8V7h11m0-2H8a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h11a2 2 0 0 0 2-2V7a2 2 0 0 0-2-2m-3-4H4a2 2 0 0 0-2 2v14h2V3h\
12z",Ut="M5 20h14v-2H5m14-9h-4V3H9v6H5l7 7z",Ye="callsheet:language",Ge={ArrowRight:1,ArrowLeft:-1},Je=U("localStorage",
"callsheet.language");function Xe(e){return f(":scope > input",e)}function le(e){return e.nextElementSibling}function qt(e){
let t=Xe(e),n=t.map(s=>{let i=le(s),c=i.nextElementSibling;c.id=`${s.id}-panel`;let d=l("button",{type:"button",role:"ta\
b",id:`${s.id}-tab`,"aria-controls":c.id,click(){o(d,!0)}},i.textContent??"");return c.setAttribute("role","tabpanel"),c.
setAttribute("aria-labelledby",d.id),s.hidden=!0,i.hidden=!0,d}),o=(s,i)=>{if(n.forEach((c,d)=>{c.setAttribute("aria-sel\
ected",String(c===s)),c.tabIndex=c===s?0:-1,t[d].checked=c===s}),!!i){Je.set(s.textContent);for(let c of f(".callsheet-t\
abs",e.closest(".callsheet-variants")??e))c!==e&&c.dispatchEvent(new Event(Ye))}},r=l("div",{role:"tablist",class:"calls\
heet-tablist","aria-label":"Language of the sample",keydown(s){let i=n.indexOf(document.activeElement),c=It(s.key,i,n.length,
getComputedStyle(e).direction==="rtl");c<0||i<0||(s.preventDefault(),n[c].focus(),o(n[c],!0))}},...n);e.prepend(r);let a=()=>{
let s=Je.get(),i=n.find(c=>c.textContent===s);o(i??n[t.findIndex(c=>c.checked)]??n[0],!1)};e.addEventListener(Ye,a),a()}
function It(e,t,n,o){return e==="Home"?0:e==="End"?n-1:Object.hasOwn(Ge,e)?(t+(o?-1:1)*Ge[e]+n)%n:-1}function Ot(e){let t=Xe(
e),n=e.querySelector(".callsheet-choice"),o=l("select",{"aria-labelledby":n.id,change(){t[o.selectedIndex].checked=!0}},
...t.map(r=>l("option",{},le(r).textContent??"")));o.selectedIndex=t.findIndex(r=>r.checked);for(let r of t)r.hidden=!0,
le(r).hidden=!0;n.after(o)}function Mt(e){let t=e.querySelector("pre > code"),n=e.querySelector(".callsheet-file");if(!t||
!n)return;let o=b(),r=(d,u,S)=>l("button",{type:"button",class:"callsheet-icon",title:d,"aria-label":d,click:S},A(u)),a=n.
querySelector("code")?.textContent,s=l("span",{class:"callsheet-actions"},o);(e.querySelector("[data-fill]")||Ve(M(t)))&&
s.append(l("button",{type:"button",class:"callsheet-button","aria-haspopup":"dialog",async click(){try{await w("values.j\
s"),window.callsheet.askForValues?.()}catch{o.textContent="This cannot be loaded"}}},"Your values"));let i=async()=>{o.textContent=
await z(B(t))?"Copied":"Select the text to copy it",setTimeout(()=>{o.textContent=""},2e3)},c=f("details",t);c.length&&s.
append(Bt(c)),s.append(r("Copy",_t,i)),a&&s.append(r(`Download ${a}`,Ut,()=>Y(B(t),a))),n.append(s)}function Bt(e){let t=e.
map(s=>s.open),n=t.includes(!1)?t:e.map((s,i)=>i===0),o=()=>e.every(s=>s.open),r=l("button",{type:"button",class:"callsh\
eet-button",click(){let s=!o();e.forEach((i,c)=>{i.open=s||n[c]})}}),a=()=>{r.textContent=o()?"Fold":"Unfold"};for(let s of e)
s.addEventListener("toggle",a);return a(),r}function Ze(){p(()=>{h(".callsheet-tabs",qt),h(".callsheet-variants--many",Ot),
h(".callsheet-panel, .callsheet-program, .callsheet-json",Mt)})}var ce={};rt(ce,{API_KEY:()=>k,IN_PAGE:()=>F,VALID:()=>j,all:()=>f,assetUrl:()=>V,badge:()=>fe,breakable:()=>me,copy:()=>z,
credentials:()=>K,load:()=>w,make:()=>l,onPage:()=>p,openDialog:()=>D,placeholders:()=>ae,save:()=>Y,schemes:()=>Ie,siteUrl:()=>L,
statusNote:()=>b,storedText:()=>U,values:()=>T});var Vt=16;function Dt(e){let t=e.nextElementSibling,n=[...t.tBodies[0].rows];n.length>=Vt&&e.append(...Ht(t,n)),t.querySelectorAll(
"details").length>1&&e.append(Ft(t))}function Ht(e,t){let n=b(),o=e.getAttribute("aria-label")??"Rows",r=null,a=()=>{r??=
t.map(u=>(u.textContent??"").toLowerCase());let i=r,c=s.value.toLowerCase().split(/\s+/).filter(Boolean),d=0;t.forEach((u,S)=>{
let R=c.every(g=>i[S].includes(g));u.hidden=!R,R&&(d+=1)}),n.textContent=c.length?`${d} of ${t.length} rows`:""},s=l("in\
put",{type:"search",class:"callsheet-input","aria-label":`Filter: ${o}`,placeholder:`Filter ${t.length} rows`,input:a});
return e.addEventListener(G,()=>{s.value="",a()}),[s,n]}function Ft(e){let t=[...e.querySelectorAll("details")],n=l("but\
ton",{type:"button",class:"callsheet-button",click(){let r=t.some(a=>!a.open);for(let a of t)a.open=r;o()}}),o=()=>{n.textContent=
t.every(r=>r.open)?"Collapse all":"Expand all"};for(let r of t)r.addEventListener("toggle",o);return o(),n}var jt={TABLE:"\
table",THEAD:"rowgroup",TBODY:"rowgroup",TR:"row",TH:"columnheader",TD:"cell"};function Kt(e){let{rows:t,tBodies:n,tHead:o}=e,
r=[...t].flatMap(a=>[...a.cells]);for(let a of[e,o,...n,...t,...r])a?.setAttribute("role",jt[a.tagName])}function Qe(){p(
()=>{h(".callsheet-tools",Dt),h(".callsheet-table",Kt)})}var ie;function Wt(){for(let e of f('.md-search[role="dialog"]'))e.ariaLabel="Search";for(let e of f(".md-nav[aria-label\
ledby]")){let t=e.getAttribute("aria-labelledby")??"";document.getElementById(t)?.textContent?.trim()||(e.removeAttribute(
"aria-labelledby"),e.ariaLabel=e.parentElement?.querySelector("a")?.textContent?.trim()??"")}}function zt(){for(let e of f(
"label.md-header__button:is([for=__drawer], [for=__search])")){let t=e.getAttribute("for")??"",n=l("button",{type:"butto\
n",class:e.className,for:t,"aria-label":t==="__drawer"?"Navigation":"Search",click(o){o.defaultPrevented||document.getElementById(
t)?.click()}},...e.childNodes);e.replaceWith(n)}}function de(){for(let e of f(".md-code__nav:not([role])"))e.role="none";
for(let e of f(".md-typeset__scrollwrap"))e.toggleAttribute("tabindex",e.scrollWidth>e.clientWidth),e.hasAttribute("tabi\
ndex")&&(e.tabIndex=0)}function et(){p(()=>{Wt(),zt(),de(),ie?.disconnect(),ie=new MutationObserver(de);for(let e of f("\
.md-content"))ie.observe(e,{childList:!0,subtree:!0})}),addEventListener("resize",de)}Se(document.currentScript);window.callsheet={...ce,startRunButtons:ze};Ze();We();Qe();be();xe();et();ve();Re();Ae();Pe();
ye();ge();})();
