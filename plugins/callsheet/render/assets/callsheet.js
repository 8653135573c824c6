/*! Made by `make javascript`: sources f4a22bf71a9ccc6a, code 3f84861732010b30 */
"use strict";(()=>{var at=Object.defineProperty;var lt=(e,t)=>{for(var n in t)at(e,n,{get:t[n],enumerable:!0})};function l(e,t={},...n){let o=document.createElement(e);for(let[r,a]of Object.entries(t))typeof a=="function"?o.addEventListener(
r,a):a!==!1&&o.setAttribute(r,a===!0?"":String(a));return o.append(...n),o}function A(e){let t=document.createElementNS(
"http://www.w3.org/2000/svg","svg");t.setAttribute("viewBox","0 0 24 24"),t.setAttribute("aria-hidden","true");let n=document.
createElementNS(t.namespaceURI,"path");return n.setAttribute("d",e),t.append(n),t}function fe(e){let t=e.toLowerCase();return l(
"span",{class:`callsheet-method callsheet-method--${t}`},e)}function me(e){return e.split(/(?<=[^/:])(?=[/?&])/).flatMap(
(t,n)=>n?[l("wbr"),t]:[t])}function f(e,t=document){return[...t.querySelectorAll(e)]}function $(e="callsheet-said"){return l(
"span",{role:"status",class:e})}var he=[];function p(e){he.push(e)}function ge(){let e=()=>{for(let t of he)try{t()}catch(n){reportError(n)}};document.readyState===
"loading"?addEventListener("DOMContentLoaded",e):e(),window.document$?.subscribe(e)}function h(e,t){for(let n of f(e))n.
dataset.callsheetReady===void 0&&(n.dataset.callsheetReady="",t(n))}var Y="callsheet:reveal";function Ee(){let e=document.getElementById(J(location.hash));if(!e?.closest(".callsheet"))return;
let t=!1;for(let n=e;n;n=n.parentElement)n instanceof HTMLDetailsElement&&!n.open&&(n.open=!0,t=!0);e.hidden&&(e.closest(
"table")?.dispatchEvent(new Event(Y)),t=!0),t&&e.scrollIntoView()}function J(e){try{return decodeURIComponent(e.slice(1))}catch{
return e.slice(1)}}function be(){let e=new Set;addEventListener("hashchange",Ee),addEventListener("beforeprint",()=>{for(let t of f(
".callsheet details:not([open])")){let n=t;n.open=!0,e.add(n)}}),addEventListener("afterprint",()=>{for(let t of e)t.open=
!1;e.clear()}),p(Ee)}var we="";function $e(e){we=new URL("../../",e.src).href}function L(e){return we+e}function V(e){return L(`assets/callsh\
eet/${e}`)}function _(e){return new Promise(t=>{let n=V(e);document.querySelector(`link[href="${n}"]`)?t(null):document.
head.append(l("link",{rel:"stylesheet",href:n,load:t,error:t}))})}var X=new Map;function b(e){let t=X.get(e);return t||(t=
new Promise((n,o)=>{let r=()=>{X.delete(e),o(new Error(`${e} cannot be loaded`))};document.head.append(l("script",{src:V(
e),load:n,error:r}))}),X.set(e,t)),t}var ct="M8 5v14l11-7z";async function it(e){let{callsheet:t}=window;t.toggleConsole||await Promise.all([b("console/conso\
le.js"),_("console/console.css")]),await t.toggleConsole?.(e)}function dt(e){let t=$(),n=!1,o=l("button",{type:"button",
class:"callsheet-button callsheet-primary","aria-expanded":"false",async click(){if(!n){n=!0;try{await it(o),t.textContent=
""}catch(r){t.textContent=$phrase`It cannot be loaded.`,reportError(r)}finally{n=!1}}}},A(ct),$phrase`Try it`);e.append(
t,o)}function Se(){p(()=>h(".callsheet-route",dt))}function ut(){let e=document.querySelector(".md-sidebar--secondary .md-nav--secondary"),t=document.querySelector(".md-na\
v--primary .md-nav__item--active > .md-nav__link--active");!e?.querySelector("li")||!t||document.getElementById("__toc")||
(t.before(l("input",{class:"md-nav__toggle md-toggle",type:"checkbox",id:"__toc"}),l("label",{class:t.className,for:"__t\
oc"},...t.cloneNode(!0).childNodes,l("span",{class:"md-nav__icon md-icon"}))),t.after(e.cloneNode(!0)))}function ye(){p(
ut)}function D(e,...t){let n=l("button",{type:"button",class:"callsheet-button callsheet-close","aria-label":$phrase`Close`,
click(){r.close()}},"×"),o=t.filter(a=>a!==!1),r=l("dialog",{class:"callsheet callsheet-dialog md-typeset","aria-label":e,
close(){r.remove()},click(a){a.target===r&&r.close()}},l("div",{},l("h2",{},e),...o,n));return document.body.append(r),r.
showModal(),r}var pt="M9.5 3A6.5 6.5 0 0 1 16 9.5c0 1.61-.59 3.09-1.56 4.23l.27.27h.79l5 5-1.5 1.5-5-5v-.79l-.27-.27A6.52 6.52 0 0 1 9\
.5 16 6.5 6.5 0 0 1 3 9.5 6.5 6.5 0 0 1 9.5 3m0 2C7 5 5 7 5 9.5S7 14 9.5 14 14 12 14 9.5 12 5 9.5 5",xe="callsheet-resul\
ts",Z=".md-search__input",Q=`${Z}[aria-haspopup]`,ft='.md-search, [for="__search"]';async function P(e=""){if(document.querySelector(
"dialog[open]"))return;let t=l("p",{role:"status",class:"callsheet-note"},$phrase`Loading …`),n=l("div",{role:"listbox",
id:xe,class:"callsheet-found","aria-label":$phrase`Results`,hidden:!0}),o=l("input",{type:"text",class:"callsheet-input",
role:"combobox","aria-label":$phrase`Search`,"aria-expanded":"false","aria-controls":xe,"aria-autocomplete":"list",placeholder:$phrase`Words, method and path, address or uid`,
autocomplete:"off",autocapitalize:"none",enterkeyhint:"go",maxlength:"1000",spellcheck:"false"}),r=D($phrase`Search`,o,t,
n);r.addEventListener("close",()=>{let{activeElement:s}=document;q(s)&&s.select()}),o.value=e,o.focus();let a="";o.onkeydown=
({key:s})=>{a=s};try{window.callsheet.attachSearch||await Promise.all([b("search.js"),_("search.css")]),window.callsheet.
attachSearch?.({dialog:r,input:o,said:t,list:n,last:a})}catch{t.textContent=$phrase`The search cannot be loaded.`}}function mt(e){
return!(e instanceof HTMLElement)||q(e)||e.closest("dialog:not([open])")?!1:e.isContentEditable||/^(input|textarea|select)$/i.
test(e.tagName)}function q(e){return e instanceof Element&&e.matches(Q)}function ht(e){let{altKey:t,ctrlKey:n,metaKey:o,
shiftKey:r,key:a,target:s}=e,i=a.toLowerCase()==="k"&&(n||o)&&!t&&!r,d=(document.querySelector(Q)?["/","f","s"]:["/"]).includes(
a)&&!n&&!o&&!t&&!q(s),u=a==="Enter"&&q(s);!(i||d||u)||mt(s)||(e.preventDefault(),e.stopImmediatePropagation(),P())}function gt(){
addEventListener("click",e=>{!(e.target instanceof Element&&e.target.closest(ft))||!document.querySelector(Q)||(e.preventDefault(),
P())},!0),addEventListener("input",({target:e})=>{q(e)&&(P(e.value),e.value="")},!0)}function Et(e){if(new URLSearchParams(
location.search).has("q"))return;let t=e.cloneNode();t.setAttribute("aria-haspopup","dialog"),t.title=$phrase`Search (Ctrl K)`,
e.replaceWith(t)}function bt(){if(document.querySelector(`${Z}, .callsheet-finder`))return;let e=l("button",{type:"butto\
n",class:"callsheet-finder","aria-haspopup":"dialog",title:$phrase`Search (Ctrl K)`,"aria-label":$phrase`Search`,click(){
P()}},A(pt)),t=document.querySelector(".md-header__title");t?(e.classList.add("md-header__button","md-icon"),t.after(e)):
document.querySelector(".callsheet")?.prepend(e)}function Ae(){addEventListener("keydown",ht,!0),gt(),p(()=>{h(Z,Et),bt()})}var wt=/%..|\.html$|[^\p{L}\p{N}]+/gu;function $t(){let e=new URL(L("")).pathname,{pathname:t}=location;return(t.startsWith(
e)?t.slice(e.length):t).replace(wt," ").trim()}function St(e){let t=l("input",{type:"search",class:"callsheet-input","ar\
ia-label":$phrase`Search`,value:$t(),maxlength:"1000"}),n=l("button",{class:"callsheet-button callsheet-primary"},$phrase`Search`),
o=r=>{r.preventDefault(),P(t.value)};e.append(l("form",{role:"search",submit:o},t,n))}function ve(){p(()=>h(".callsheet-\
missing",St))}function yt(e){let t=e.firstElementChild;if(t.className="md-nav__link",t.append(l("span",{class:"md-ellipsis"},...t.childNodes)),
e.className){let n=e.className.replace("c-","callsheet-");t.append(l("span",{class:`md-status md-status--${n}`}))}e.className=
"md-nav__item"}function Ce(){p(()=>f(".md-nav__list > li:not(.md-nav__item)").forEach(yt))}var ke="a[data-callsheet-list]",Le="callsheet-filter",Te=new Set;async function Re(){return await b("navigation.js"),window.
callsheet.navigation}function xt(e){let[t]=(e.dataset.callsheetList??"").split(" "),n=async o=>{try{await(await Re())?.showAll(
e,o),Te.add(t)}catch{o&&(location.href=e.href)}};e.addEventListener("click",o=>{o.ctrlKey||o.metaKey||o.shiftKey||(o.preventDefault(),
o.stopPropagation(),n(!0))}),Te.has(t)&&n(!1)}function At(e){let t=e.parentElement,n=t.querySelector(`:scope > li > ${ke}`)?.
textContent,o=t.querySelectorAll(":scope > .callsheet-filter ~ li > a").length,r=n?.match(/\d+/)?.[0]??o,a=$(),s=l("inpu\
t",{id:Le,type:"search","aria-label":$phrase`Filter the operations of this group`,placeholder:$phrase`Filter ${r}`,async input(){
await(await Re())?.filter(e,s.value,a)}});e.append(s,a);let i=l("a",{href:`#${Le}`,class:"md-skip"},$phrase`Skip to the filter`);
i.addEventListener("click",c=>{c.preventDefault(),c.stopPropagation(),s.focus()}),document.querySelector(".md-skip")?.after(
i)}function Ne(){p(()=>{h(".callsheet-filter",At),h(ke,xt)})}var _e=new Map;function Pe(){window.callsheetConsole=(e,t)=>{_e.set(e,t)}}async function Ue(e,t){await b(`console/${t}`);
let n=_e.get(e);if(!n)throw new Error(`There is no data of ${e}`);return n}var vt="uid/";function Oe(){let e=document.querySelector("[data-callsheet-uids]"),t=J(location.hash),n=document.getElementById(
t)?.closest("[data-callsheet-moved]");if(n&&location.replace(n.parentElement?.querySelector("a")?.href??""),!e||!t)return;
let o=document.getElementById(t)?.querySelector("a");o&&e.contains(o)?location.replace(o.href):(e.querySelector("[role=s\
tatus]")?.remove(),e.prepend(l("p",{role:"status"},$phrase`No operation has the uid ${t}.`)))}function qe(){addEventListener(
"hashchange",Oe),p(()=>{let e=L(vt),t=location.href.split(/[?#]/)[0],[,n]=/^([^/]+)\/?$/.exec(t.slice(e.length))??[];t.startsWith(
e)&&n&&n!=="index.html"?location.replace(`${e}index.html#${n}`):Oe()})}function I(e,t,n){if(!t)return e;if(/^(bash|sh|shell|console|curl)$/.test(n))return t==="'"?e.replaceAll("'","'\\''"):e.
replace(/[\\"$`]/g,"\\$&");if(/^(powershell|pwsh)$/.test(n))return t==="'"?e.replace(/['\u2018-\u201b]/g,"$&$&"):e.replace(
/["$`\u201c-\u201e]/g,"`$&");let o=e.replaceAll("\\","\\\\").replaceAll(t,`\\${t}`);return t!=='"'?o:/^(php|perl|kotlin|dart|groovy)$/.
test(n)?o.replaceAll("$","\\$"):n==="ruby"?o.replaceAll("#","\\#"):o}function U(e,t){let n=null;return{get(){try{return window[e].getItem(t)}catch{return n}},set(o){n=o;try{o===null?window[e].
removeItem(t):window[e].setItem(t,o)}catch{}}}}var H="http://in-this-page.invalid",ne=U("sessionStorage","callsheet.values"),Be=new Set,F=new Map,Ie=["user","password",
"token","key","keyName"];function Me(){try{return JSON.parse(ne.get()??"")??{}}catch{return{}}}function ee(){return globalThis.
location?.pathname??""}var T={get:()=>({...Me(),...Object.fromEntries(F.get(ee())??[])}),set(e,t){let n={...Me(),[e]:t};
t||delete n[e],Ie.includes(e)&&(n.mark=Math.random().toString(36).slice(2)),Ie.some(o=>n[o])||delete n.mark,F.get(ee())?.
delete(e),ne.set(Object.keys(n).length?JSON.stringify(n):null),te()},setHere(e){F.set(ee(),new Map(e)),te()},forget(){ne.
set(null),F.clear(),te()},onChange(e){Be.add(e)}};function te(){for(let e of Be)e()}var K={base:/^https?:\/\/[^\s"'`\\$<>?#]+$/i,
token:/^[\w.~+/=:-]+$/,key:/^[\w.~+/=:-]+$/,keyName:/^[\w-]+$/,path:/^[\w.~-]+$/,number:/^-?\d+(\.\d+)?$/},k="API key",Ct="\
X-API-Key";function Ve(){let t=document.querySelector("[data-callsheet-schemes]")?.dataset.callsheetSchemes?.split(",")??
[];return[...new Set([...t,"Basic","Bearer",k,T.get().scheme??"Basic"])]}function j(e){if(e.scheme===k)return e.key?[e.keyName??
Ct,e.key]:null;let t=oe(e);return t?["Authorization",t]:null}function oe({scheme:e="Basic",user:t,password:n,token:o}){if(e===
k)return"";if(e!=="Basic")return o?`${e} ${o}`:"";if(!t||!n)return"";let r=new TextEncoder().encode(`${t}:${n}`);return`\
Basic ${btoa(String.fromCharCode(...r))}`}var O="••••••",De=String.raw`(?<![\w.$"'])SECRET\b(?!["']|\s*:)|\{SECRET\}`,Lt=/^\s*(?:\/\/|#).*|^"""[\s\S]*?"""|(?<![$f])"(?:[^"\\\n]|\\.)*"/gm,
Fe={setting:/^const (\w+) =\s+(?:process\.env\.(\w+)\s+\?\? .*|needed\(\s*"(\w+)",?\s*\));$/gm,write:(e,t,n)=>`const ${e}\
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
`]]},He={setting:/\{\{\$processEnv (\w+)\}\}/g,write:(e,t,n)=>n,quote:"",isInline:!0,used:String.raw`\$processEnv SECRET\b`,
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
`]]},javascript:Fe,typescript:Fe,csharp:{setting:/^var (\w+) =\s+Environment\.GetEnvironmentVariable\(\s*"(\w+)"\s*\)\s+\?\? .*;$/gm,
write:(e,t,n)=>`var ${e} = Environment.GetEnvironmentVariable("${t}") ?? ${n};`,login:/"(?:Basic|Digest)",\s/,uses:[/^request\.Headers\.Authorization = (?:(?!;\n)[\s\S])*\{SECRET\}(?:(?!;\n)[\s\S])*;\n/gm,
/^request\.Headers\.\w+\((?:(?!;\n)[\s\S])*(?:,\s+SECRET\b|\{SECRET\})(?:(?!;\n)[\s\S])*;\n/gm,/^query\.Add\((?:(?!;\n)[\s\S])*(?:,\s+SECRET\b|\{SECRET\})(?:(?!;\n)[\s\S])*;\n/gm],
header:[[/^using var request = (?:(?!;\n)[\s\S])*;\n/m,`request.Headers.TryAddWithoutValidation("NAME", "VALUE");
`]]},php:{setting:/^\$(\w+) = getenv\('(\w+)'\)\s+\?: .*;$/gm,write:(e,t,n)=>`$${e} = getenv('${t}') ?: ${n};`,quote:"'",
login:/^ {4}CURLOPT_USERPWD/m,used:String.raw`\$\{?SECRET\b`,uses:[/^ {4}CURLOPT_(?:HTTPAUTH|USERPWD) => .*\n/gm,/^ {8}'[\w-]+: .*\$SECRET\b.*,\n/gm],
header:[[/^ {4}CURLOPT_HTTPHEADER => \[\n/m,`        'NAME: VALUE',
`],[/^curl_setopt_array\(.*\n/m,`    CURLOPT_HTTPHEADER => ['NAME: VALUE'],
`]]},http:He,text:He};function Ke(e){return Object.hasOwn(re,e)}function je(e,t,n,o){let r=Object.hasOwn(re,t)?re[t]:void 0,
a=j(n);if(!r||!a)return[];let s=Tt(e,r);return(kt(e,t,r,s,n)??(o?[]:Rt(e,r,s,a))).sort(W)}function W(e,t){return e.start-
t.start||e.end-t.end}function Tt(e,{setting:t}){return t?[...e.matchAll(t)].map(n=>({start:n.index,end:n.index+n[0].length,
name:n[1],variable:n[2]??n[3]??n[1]})).filter(({name:n})=>!/^base_?url$/i.test(n)):[]}function kt(e,t,n,o,r){let{write:a,
quote:s='"',login:i}=n;if(!a||!o.length)return null;let{scheme:c="Basic",user:d="",password:u="",token:w="",key:R=""}=r,
g=i?.test(e)??!1,S=g?o.slice(2):o,y=({name:m},x)=>new RegExp(`Authorization.*?${x}.*\\b${m}\\b`,"i").test(e),E=[];return c===
"Basic"?g&&o.length>1&&(E=[[o[0],d,!1],[o[1],u,!0]]):c===k?E=S.filter(m=>!y(m,"")).map(m=>[m,R,!0]):E=S.filter(m=>y(m,`[\
"'\`: ]${c} `)).map(m=>[m,w,!0]),E.length?[...E.map(([{start:m,end:x,name:v,variable:C},ue,rt])=>{let pe=st=>s+I(st,s,t)+
s;return{start:m,end:x,text:a(v,C,pe(ue)),shown:a(v,C,rt?s+O+s:pe(ue))}}),...We(e,new Set(E.map(([{variable:m}])=>m)))]:
null}function We(e,t){let n=/^for needed in \((.*)\):\n(?: {4}.*\n)+/m.exec(e);if(!n)return[];let o=n[1].match(/"\w+"/g)?.
filter(s=>!t.has(s.slice(1,-1)))??[],r=`${o.join(", ")}${o.length===1?",":""}`,a=o.length?n[0].replace(n[1],r):"";return[
{start:n.index,end:n.index+n[0].length,text:a,shown:a}]}function Rt(e,t,n,[o,r]){let{uses:a,header:s,isInline:i,used:c=De}=t,
d=n.map(g=>g.name).join("|")||"(?!)",u=i?[]:n.map(({start:g,end:S})=>({start:g,end:S+1,text:"",shown:""}));u.push(...We(
e,new Set(n.map(({variable:g})=>g))));for(let{source:g,flags:S}of a){let y=g.replaceAll("SECRET",`(?:${d})`).replaceAll(
"NAME",o),E=new RegExp(y,S);for(let N of e.matchAll(E)){let[m,x]=[N.index,N.index+N[0].length];u.some(C=>m<C.end&&C.start<
x)||u.push({start:m,end:x,text:"",shown:""})}}let w=Nt(e,u);if(new RegExp(c.replaceAll("SECRET",`(?:${d})`)).test(c===De?
w.replace(Lt,""):w))return[];for(let[g,S]of s){let y=g.exec(e);if(!y)continue;let E=y.index+y[0].length,N=o==="Authoriza\
tion"?`${r.split(" ")[0]} ${O}`:O,m=v=>S.replace("NAME",()=>o).replace("VALUE",()=>v),x={start:E,end:E,text:m(r),shown:m(
N)};return u.some(({start:v,end:C})=>v<E&&E<C)?[]:[...u,x]}return[]}function Nt(e,t){let n=0,o="";for(let{start:r,end:a}of[
...t].sort(W))o+=e.slice(n,r),n=a;return o+e.slice(n)}var se=new WeakMap;function _t({fill:e,quote:t='"',language:n},o){let{user:r,password:a}=(o.scheme??"Basic")==="Basic"?o:
{},s=r&&a,i=u=>({text:I(u,t,n),shown:O}),c=u=>({text:u,shown:u});if(e==="base")return o.base&&o.base!==H?c(o.base):null;
if(e==="authorization"){let u=oe(o);return u?{text:u,shown:`${u.split(" ")[0]} ${O}`}:null}if(e==="user")return s?c(I(r,
t,n)):null;if(e==="password")return s?i(a):null;if(e==="credentials")return s?i(`${r}:${a}`):null;let d=o[e];return d&&(t||
K.number.test(d))?c(d):null}function ae(e){return f("[data-fill]",e)}function M(e){return e.closest("[data-language]")?.
dataset.language??""}function Ge(e){let t=se.get(e);if(t)return t;let n=e.cloneNode(!0);return se.set(e,n),n}function Pt(e){
let t=e.closest(".callsheet-variant")?.getAttribute("aria-labelledby"),n=t?document.getElementById(t):null;return e.closest(
".callsheet-outcome")!==null||!!n?.querySelector(".callsheet-status")}function Ye(e,t){let n=T.get(),o=M(e),r=je(t.textContent??
"",o,n,Pt(e)),a=document.createRange();for(let s of ae(t)){let{fill:i="",quote:c}=s.dataset,d=_t({fill:i,quote:c,language:o},
n);if(!d)continue;a.selectNodeContents(t),a.setEndBefore(s);let u=a.toString().length,w=u+(s.textContent??"").length;r.some(
g=>u<g.end&&g.start<w)||r.push({start:u,end:w,...d})}return r.sort(W)}function Ut(e,{start:t,end:n,shown:o}){let r=document.
createRange(),a=document.createTreeWalker(e,NodeFilter.SHOW_TEXT),s=0,i=!1;for(let c=a.nextNode();c;c=a.nextNode()){let{
length:d}=c;if(!i&&t<s+d&&(r.setStart(c,t-s),i=!0),i&&n<=s+d){r.setEnd(c,n-s);break}s+=d}r.deleteContents(),o&&r.insertNode(
l("span",{class:"callsheet-filled"},o))}function ze(){let e=!Object.keys(T.get()).length;for(let t of f("[data-language]\
 pre > code")){if(e&&!se.has(t))continue;let n=Ge(t),o=n.cloneNode(!0);for(let r of Ye(t,n).reverse())Ut(o,r);t.replaceChildren(
...o.childNodes)}}function B(e){let t=Ge(e),n=t.textContent??"";for(let o of Ye(e,t).reverse())n=n.slice(0,o.start)+o.text+
n.slice(o.end);return n}function Je(){T.onChange(ze),p(ze)}async function z(e){try{return await navigator.clipboard.writeText(e),!0}catch{let t=l("textarea",{readonly:!0,class:"ca\
llsheet-offscreen"});t.value=e,document.body.append(t),t.select();let n=document.execCommand("copy");return t.remove(),n}}
function G(e,t){let n=URL.createObjectURL(new Blob([e],{type:"text/plain"}));l("a",{href:n,download:t}).click(),setTimeout(
()=>URL.revokeObjectURL(n),1e3)}var Ot="M19 21H8V7h11m0-2H8a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h11a2 2 0 0 0 2-2V7a2 2 0 0 0-2-2m-3-4H4a2 2 0 0 0-2 2v14h2V3h\
12z",qt="M5 20h14v-2H5m14-9h-4V3H9v6H5l7 7z",Xe="callsheet:language",Ze={ArrowRight:1,ArrowLeft:-1},Qe=U("localStorage",
"callsheet.language");function et(e){return f(":scope > input",e)}function le(e){return e.nextElementSibling}function It(e){
let t=et(e),n=t.map(s=>{let i=le(s),c=i.nextElementSibling;c.id=`${s.id}-panel`;let d=l("button",{type:"button",role:"ta\
b",id:`${s.id}-tab`,"aria-controls":c.id,click(){o(d,!0)}},i.textContent??"");return c.setAttribute("role","tabpanel"),c.
setAttribute("aria-labelledby",d.id),s.hidden=!0,i.hidden=!0,d}),o=(s,i)=>{if(n.forEach((c,d)=>{c.setAttribute("aria-sel\
ected",String(c===s)),c.tabIndex=c===s?0:-1,t[d].checked=c===s}),!!i){Qe.set(s.textContent);for(let c of f(".callsheet-t\
abs",e.closest(".callsheet-variants")??e))c!==e&&c.dispatchEvent(new Event(Xe))}},r=l("div",{role:"tablist",class:"calls\
heet-tablist","aria-label":$phrase`Language of the sample`,keydown(s){let i=n.indexOf(document.activeElement),c=Mt(s.key,
i,n.length,getComputedStyle(e).direction==="rtl");c<0||i<0||(s.preventDefault(),n[c].focus(),o(n[c],!0))}},...n);e.prepend(
r);let a=()=>{let s=Qe.get(),i=n.find(c=>c.textContent===s);o(i??n[t.findIndex(c=>c.checked)]??n[0],!1)};e.addEventListener(
Xe,a),a()}function Mt(e,t,n,o){return e==="Home"?0:e==="End"?n-1:Object.hasOwn(Ze,e)?(t+(o?-1:1)*Ze[e]+n)%n:-1}function Bt(e){
let t=et(e),n=e.querySelector(".callsheet-choice"),o=l("select",{"aria-labelledby":n.id,change(){t[o.selectedIndex].checked=
!0}},...t.map(r=>l("option",{},le(r).textContent??"")));o.selectedIndex=t.findIndex(r=>r.checked);for(let r of t)r.hidden=
!0,le(r).hidden=!0;n.after(o)}function Vt(e){let t=e.querySelector("pre > code"),n=e.querySelector(".callsheet-file");if(!t||
!n)return;let o=$(),r=(d,u,w)=>l("button",{type:"button",class:"callsheet-icon",title:d,"aria-label":d,click:w},A(u)),a=n.
querySelector("code")?.textContent,s=l("span",{class:"callsheet-actions"},o);(e.querySelector("[data-fill]")||Ke(M(t)))&&
s.append(l("button",{type:"button",class:"callsheet-button","aria-haspopup":"dialog",async click(){try{await b("values.j\
s"),window.callsheet.askForValues?.()}catch{o.textContent=$phrase`This cannot be loaded`}}},$phrase`Your values`));let i=async()=>{
o.textContent=await z(B(t))?$phrase`Copied`:$phrase`Select the text to copy it`,setTimeout(()=>{o.textContent=""},2e3)},
c=f("details",t);c.length&&s.append(Dt(c)),s.append(r($phrase`Copy`,Ot,i)),a&&s.append(r($phrase`Download ${a}`,qt,()=>G(
B(t),a))),n.append(s)}function Dt(e){let t=e.map(s=>s.open),n=t.includes(!1)?t:e.map((s,i)=>i===0),o=()=>e.every(s=>s.open),
r=l("button",{type:"button",class:"callsheet-button",click(){let s=!o();e.forEach((i,c)=>{i.open=s||n[c]})}}),a=()=>{r.textContent=
o()?$phrase`Fold`:$phrase`Unfold`};for(let s of e)s.addEventListener("toggle",a);return a(),r}function tt(){p(()=>{h(".c\
allsheet-tabs",It),h(".callsheet-variants--many",Bt),h(".callsheet-panel, .callsheet-program, .callsheet-json",Vt)})}var ce={};lt(ce,{API_KEY:()=>k,IN_PAGE:()=>H,VALID:()=>K,all:()=>f,assetUrl:()=>V,badge:()=>fe,breakable:()=>me,codeText:()=>B,
copy:()=>z,credentials:()=>j,each:()=>h,icon:()=>A,languageOf:()=>M,load:()=>b,loadStyle:()=>_,make:()=>l,onPage:()=>p,openDialog:()=>D,
operationFile:()=>Ue,placeholders:()=>ae,save:()=>G,schemes:()=>Ve,siteUrl:()=>L,statusNote:()=>$,storedText:()=>U,values:()=>T});var Ft=16;function Ht(e){let t=e.nextElementSibling,n=[...t.tBodies[0].rows];n.length>=Ft&&e.append(...Kt(t,n)),t.querySelectorAll(
"details").length>1&&e.append(jt(t))}function Kt(e,t){let n=$(),o=e.getAttribute("aria-label")??$phrase`Rows`,r=null,a=()=>{
r??=t.map(u=>(u.textContent??"").toLowerCase());let i=r,c=s.value.toLowerCase().split(/\s+/).filter(Boolean),d=0;t.forEach(
(u,w)=>{let R=c.every(g=>i[w].includes(g));u.hidden=!R,R&&(d+=1)}),n.textContent=c.length?$phrase`${d} of ${t.length} rows`:
""},s=l("input",{type:"search",class:"callsheet-input","aria-label":$phrase`Filter: ${o}`,placeholder:$phrase`Filter ${t.
length} rows`,input:a});return e.addEventListener(Y,()=>{s.value="",a()}),[s,n]}function jt(e){let t=[...e.querySelectorAll(
"details")],n=l("button",{type:"button",class:"callsheet-button",click(){let r=t.some(a=>!a.open);for(let a of t)a.open=
r;o()}}),o=()=>{n.textContent=t.every(r=>r.open)?$phrase`Collapse all`:$phrase`Expand all`};for(let r of t)r.addEventListener(
"toggle",o);return o(),n}var Wt={TABLE:"table",THEAD:"rowgroup",TBODY:"rowgroup",TR:"row",TH:"columnheader",TD:"cell"};function zt(e){
let{rows:t,tBodies:n,tHead:o}=e,r=[...t].flatMap(a=>[...a.cells]);for(let a of[e,o,...n,...t,...r])a?.setAttribute("role",
Wt[a.tagName])}function nt(){p(()=>{h(".callsheet-tools",Ht),h(".callsheet-table",zt)})}var ie;function Gt(){for(let e of f('.md-search[role="dialog"]'))e.ariaLabel=$phrase`Search`;for(let e of f(".md-nav[ari\
a-labelledby]")){let t=e.getAttribute("aria-labelledby")??"";document.getElementById(t)?.textContent?.trim()||(e.removeAttribute(
"aria-labelledby"),e.ariaLabel=e.parentElement?.querySelector("a")?.textContent?.trim()??"")}}function Yt(){for(let e of f(
"label.md-header__button:is([for=__drawer], [for=__search])")){let t=e.getAttribute("for")??"",n=l("button",{type:"butto\
n",class:e.className,for:t,"aria-label":t==="__drawer"?$phrase`Navigation`:$phrase`Search`,click(o){o.defaultPrevented||
document.getElementById(t)?.click()}},...e.childNodes);e.replaceWith(n)}}function de(){for(let e of f(".md-code__nav:not\
([role])"))e.role="none";for(let e of f(".md-typeset__scrollwrap"))e.toggleAttribute("tabindex",e.scrollWidth>e.clientWidth),
e.hasAttribute("tabindex")&&(e.tabIndex=0)}function ot(){p(()=>{Gt(),Yt(),de(),ie?.disconnect(),ie=new MutationObserver(
de);for(let e of f(".md-content"))ie.observe(e,{childList:!0,subtree:!0})}),addEventListener("resize",de)}$e(document.currentScript);window.callsheet=ce;Ce();Pe();tt();Je();nt();be();ye();ot();ve();Ne();Ae();qe();Se();ge();})();
