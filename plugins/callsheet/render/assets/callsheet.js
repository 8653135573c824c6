/*! Made by `make javascript`: sources 9f37c96f766f7d60, code 50e0f66e175dfe09 */
"use strict";(()=>{var Qe=Object.defineProperty;var et=(e,t)=>{for(var n in t)Qe(e,n,{get:t[n],enumerable:!0})};function l(e,t={},...n){let o=document.createElement(e);for(let[s,a]of Object.entries(t))typeof a=="function"?o.addEventListener(
s,a):a!==!1&&o.setAttribute(s,a===!0?"":String(a));return o.append(...n),o}function P(e){let t=document.createElementNS(
"http://www.w3.org/2000/svg","svg");t.setAttribute("viewBox","0 0 24 24"),t.setAttribute("aria-hidden","true");let n=document.
createElementNS(t.namespaceURI,"path");return n.setAttribute("d",e),t.append(n),t}function pe(e){let t=e.toLowerCase();return l(
"span",{class:`callsheet-method callsheet-method--${t}`},e)}function h(e,t=document){return[...t.querySelectorAll(e)]}function C(e="\
callsheet-said"){return l("span",{role:"status",class:e})}var fe=[];function f(e){fe.push(e)}function me(){let e=()=>{for(let t of fe)t()};document.readyState==="loading"?addEventListener(
"DOMContentLoaded",e):e(),window.document$?.subscribe(e)}function g(e,t){for(let n of h(e))n.dataset.callsheetReady===void 0&&
(n.dataset.callsheetReady="",t(n))}var W="callsheet:reveal";function he(){let e=document.getElementById(j(location.hash));if(!e?.closest(".callsheet"))return;
let t=!1;for(let n=e;n;n=n.parentElement)n instanceof HTMLDetailsElement&&!n.open&&(n.open=!0,t=!0);e.hidden&&(e.closest(
"table")?.dispatchEvent(new Event(W)),t=!0),t&&e.scrollIntoView()}function j(e){try{return decodeURIComponent(e.slice(1))}catch{
return e.slice(1)}}function ge(){let e=new Set;addEventListener("hashchange",he),addEventListener("beforeprint",()=>{for(let t of h(
".callsheet details:not([open])")){let n=t;n.open=!0,e.add(n)}}),addEventListener("afterprint",()=>{for(let t of e)t.open=
!1;e.clear()}),f(he)}var Ee="";function be(e){Ee=new URL("../../",e.src).href}function N(e){return Ee+e}function Y(e){return N(`assets/callsh\
eet/${e}`)}var z=new Map;function R(e){let t=z.get(e);return t||(t=new Promise((n,o)=>{let s=()=>{z.delete(e),o(new Error(
`${e} cannot be loaded`))};document.head.append(l("script",{src:Y(e),load:n,error:s}))}),z.set(e,t)),t}var tt="M8 5v14l11-7z";function nt(){return new Promise(e=>{let t=Y("console/console.css");document.head.append(l("link",
{rel:"stylesheet",href:t,load:e,error:e}))})}async function ot(e){let{callsheet:t}=window;t.toggleConsole||await Promise.
all([R("console/console.js"),nt()]),await t.toggleConsole?.(e)}function st(e){let t=C(),n=!1,o=l("button",{type:"button",
class:"callsheet-button callsheet-primary","aria-expanded":"false",async click(){if(!n){n=!0;try{await ot(o),t.textContent=
""}catch(s){t.textContent="It cannot be loaded.",reportError(s)}finally{n=!1}}}},P(tt),"Try it");e.append(t,o)}function we(){
f(()=>g(".callsheet-route",st))}function rt(){let e=document.querySelector(".md-sidebar--secondary .md-nav--secondary"),t=document.querySelector(".md-na\
v--primary .md-nav__item--active > .md-nav__link--active");!e?.querySelector("li")||!t||document.getElementById("__toc")||
(t.before(l("input",{class:"md-nav__toggle md-toggle",type:"checkbox",id:"__toc"}),l("label",{class:t.className,for:"__t\
oc"},...t.cloneNode(!0).childNodes,l("span",{class:"md-nav__icon md-icon"}))),t.after(e.cloneNode(!0)))}function ye(){f(
rt)}function M(e,...t){let n=l("button",{type:"button",class:"callsheet-button callsheet-close","aria-label":"Close",click(){
s.close()}},"×"),o=t.filter(a=>a!==!1),s=l("dialog",{class:"callsheet callsheet-dialog md-typeset","aria-label":e,close(){
s.remove()},click(a){a.target===s&&s.close()}},l("div",{},l("h2",{},e),...o,n));return document.body.append(s),s.showModal(),
s}var at="M9.5 3A6.5 6.5 0 0 1 16 9.5c0 1.61-.59 3.09-1.56 4.23l.27.27h.79l5 5-1.5 1.5-5-5v-.79l-.27-.27A6.52 6.52 0 0 1 9\
.5 16 6.5 6.5 0 0 1 3 9.5 6.5 6.5 0 0 1 9.5 3m0 2C7 5 5 7 5 9.5S7 14 9.5 14 14 12 14 9.5 12 5 9.5 5",Se="callsheet-resul\
ts",G=".md-search__input",X=`${G}[aria-haspopup]`,lt='.md-search, label[for="__search"]';async function U(e=""){if(document.
querySelector("dialog[open]"))return;let t=l("p",{role:"status",class:"callsheet-note"},"Loading …"),n=l("div",{role:"\
listbox",id:Se,class:"callsheet-found","aria-label":"Results",hidden:!0}),o=l("input",{type:"text",class:"callsheet-inpu\
t",role:"combobox","aria-label":"Search","aria-expanded":"false","aria-controls":Se,"aria-autocomplete":"list",placeholder:"\
Words, method and path, address or uid",autocomplete:"off",autocapitalize:"none",enterkeyhint:"go",maxlength:"1000",spellcheck:"\
false"}),s=c=>l("kbd",{},c),a=[s("/")," or ",s("Ctrl K")," opens the search, ",s("↑")," ",s("↓")," move, ",s("Enter"),
" goes to the page, ",s("Esc")," closes."],r=l("p",{class:"callsheet-note callsheet-keys"},...a),i=M("Search",o,t,n,r);i.
addEventListener("close",()=>{let{activeElement:c}=document;O(c)&&c.select()}),o.value=e,o.focus();try{await R("search.j\
s"),window.callsheet.attachSearch?.({dialog:i,input:o,said:t,list:n})}catch{t.textContent="The search cannot be loaded."}}
function ct(e){return!(e instanceof HTMLElement)||O(e)||e.closest("dialog:not([open])")?!1:e.isContentEditable||/^(input|textarea|select)$/i.
test(e.tagName)}function O(e){return e instanceof Element&&e.matches(X)}function it(e){let{altKey:t,ctrlKey:n,metaKey:o,
shiftKey:s,key:a,target:r}=e,i=a.toLowerCase()==="k"&&(n||o)&&!t&&!s,p=(document.querySelector(X)?["/","f","s"]:["/"]).includes(
a)&&!n&&!o&&!t&&!O(r),u=a==="Enter"&&O(r);!(i||p||u)||ct(r)||(e.preventDefault(),e.stopImmediatePropagation(),U())}function dt(){
addEventListener("click",e=>{!(e.target instanceof Element&&e.target.closest(lt))||!document.querySelector(X)||(e.preventDefault(),
U())},!0),addEventListener("input",({target:e})=>{O(e)&&(U(e.value),e.value="")},!0)}function ut(e){if(new URLSearchParams(
location.search).has("q"))return;let t=e.cloneNode();t.setAttribute("aria-haspopup","dialog"),t.title="Search (Ctrl K)",
e.replaceWith(t)}function pt(){if(document.querySelector(`${G}, .callsheet-finder`))return;let e=l("button",{type:"butto\
n",class:"callsheet-finder","aria-haspopup":"dialog",title:"Search (Ctrl K)","aria-label":"Search",click(){U()}},P(at)),
t=document.querySelector(".md-header__title");t?(e.classList.add("md-header__button","md-icon"),t.after(e)):document.querySelector(
".callsheet")?.prepend(e)}function xe(){addEventListener("keydown",it,!0),dt(),f(()=>{g(G,ut),pt()})}var ft=/%..|\.html$|[^\p{L}\p{N}]+/gu;function mt(){let e=new URL(N("")).pathname,{pathname:t}=location;return(t.startsWith(
e)?t.slice(e.length):t).replace(ft," ").trim()}function ht(e){let t=l("input",{type:"search",class:"callsheet-input","ar\
ia-label":"Search",value:mt(),maxlength:"1000"}),n=l("button",{class:"callsheet-button callsheet-primary"},"Search"),o=s=>{
s.preventDefault(),U(t.value)};e.append(l("form",{role:"search",submit:o},t,n))}function $e(){f(()=>g(".callsheet-missin\
g",ht))}var Ae="a[data-callsheet-list]",ve=new Set;async function Ce(){return await R("navigation.js"),window.callsheet.navigation}
function gt(e){let[t]=(e.dataset.callsheetList??"").split(" "),n=async o=>{try{await(await Ce())?.showAll(e,o),ve.add(t)}catch{
o&&(location.href=e.href)}};e.addEventListener("click",o=>{o.ctrlKey||o.metaKey||o.shiftKey||(o.preventDefault(),o.stopPropagation(),
n(!0))}),ve.has(t)&&n(!1)}function Et(e){let t=e.parentElement,n=t.querySelector(`:scope > li > ${Ae}`)?.textContent,o=t.
querySelectorAll(":scope > .callsheet-filter ~ li > a").length,s=n?.match(/\d+/)?.[0]??o,a=C(),r=l("input",{type:"search",
"aria-label":"Filter the operations of this group",placeholder:`Filter ${s}`,async input(){await(await Ce())?.filter(e,r.
value,a)}});e.append(r,a)}function Le(){f(()=>{g(".callsheet-filter",Et),g(Ae,gt)})}var bt="uid/";function ke(){let e=document.querySelector("[data-callsheet-uids]"),t=j(location.hash),n=document.getElementById(
t)?.closest("[data-callsheet-moved]");if(n&&location.replace(n.parentElement?.querySelector("a")?.href??""),!e||!t)return;
let o=document.getElementById(t)?.querySelector("a");o&&e.contains(o)?location.replace(o.href):(e.querySelector("[role=s\
tatus]")?.remove(),e.prepend(l("p",{role:"status"},`No operation has the uid ${t}.`)))}function Te(){addEventListener("h\
ashchange",ke),f(()=>{let e=N(bt),t=location.href.split(/[?#]/)[0],[,n]=/^([^/]+)\/?$/.exec(t.slice(e.length))??[];t.startsWith(
e)&&n&&n!=="index.html"?location.replace(`${e}index.html#${n}`):ke()})}function I(e,t,n){if(!t)return e;if(/^(bash|sh|shell|console|curl)$/.test(n))return t==="'"?e.replaceAll("'","'\\''"):e.
replace(/[\\"$`]/g,"\\$&");if(/^(powershell|pwsh)$/.test(n))return t==="'"?e.replace(/['\u2018-\u201b]/g,"$&$&"):e.replace(
/["$`\u201c-\u201e]/g,"`$&");let o=e.replaceAll("\\","\\\\").replaceAll(t,`\\${t}`);return t!=='"'?o:/^(php|perl|kotlin|dart|groovy)$/.
test(n)?o.replaceAll("$","\\$"):n==="ruby"?o.replaceAll("#","\\#"):o}function _(e,t){let n=null;return{get(){try{return window[e].getItem(t)}catch{return n}},set(o){n=o;try{o===null?window[e].
removeItem(t):window[e].setItem(t,o)}catch{}}}}var Q=_("sessionStorage","callsheet.values"),Pe=new Set,B=new Map,Re=["user","password","token","key","keyName"];function Ne(){
try{return JSON.parse(Q.get()??"")??{}}catch{return{}}}function J(){return globalThis.location?.pathname??""}var S={get:()=>({
...Ne(),...Object.fromEntries(B.get(J())??[])}),set(e,t){let n={...Ne(),[e]:t};t||delete n[e],Re.includes(e)&&(n.mark=Math.
random().toString(36).slice(2)),Re.some(o=>n[o])||delete n.mark,B.get(J())?.delete(e),Q.set(Object.keys(n).length?JSON.stringify(
n):null),Z()},setHere(e){B.set(J(),new Map(e)),Z()},forget(){Q.set(null),B.clear(),Z()},onChange(e){Pe.add(e)}};function Z(){
for(let e of Pe)e()}var A={base:/^https?:\/\/[^\s"'`\\$<>?#]+$/i,token:/^[\w.~+/=:-]+$/,key:/^[\w.~+/=:-]+$/,keyName:/^[\w-]+$/,
path:/^[\w.~-]+$/,number:/^-?\d+(\.\d+)?$/},L="API key",wt="X-API-Key";function V(){let t=document.querySelector("[data-\
callsheet-schemes]")?.dataset.callsheetSchemes?.split(" ")??[];return[...new Set(["Basic","Bearer",...t,L,S.get().scheme??
"Basic"])]}function D(e){if(e.scheme===L)return e.key?[e.keyName??wt,e.key]:null;let t=ee(e);return t?["Authorization",t]:
null}function ee({scheme:e="Basic",user:t,password:n,token:o}){if(e===L)return"";if(e!=="Basic")return o?`${e} ${o}`:"";
if(!t||!n)return"";let s=new TextEncoder().encode(`${t}:${n}`);return`Basic ${btoa(String.fromCharCode(...s))}`}var q="••••••",Ue=String.raw`(?<![\w.$"'])SECRET\b(?!["']|\s*:)|\{SECRET\}`,yt=/^\s*(?:\/\/|#).*|^"""[\s\S]*?"""|(?<![$f])"(?:[^"\\\n]|\\.)*"/gm,
_e={setting:/^const (\w+) =\s+(?:process\.env\.(\w+)\s+\?\? .*|needed\(\s*"(\w+)",?\s*\));$/gm,write:(e,t,n)=>`const ${e}\
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
`]]},qe={setting:/\{\{\$processEnv (\w+)\}\}/g,write:(e,t,n)=>n,quote:"",isInline:!0,used:String.raw`\$processEnv SECRET\b`,
uses:[/^(?:Authorization|NAME):.*\n?/gim,/^[\w-]+: .*\{\{\$processEnv .*\n?/gm],header:[[/^[A-Z]+ (?:\{\{baseUrl\}\}|https?:|\/).*\n?/m,
`NAME: VALUE
`]]},te={python:{setting:/^([A-Z]\w*) = os\.environ(?:\.get\(\s*"(\w+)",\s+(?:"[^"\n]*"|'[^'\n]*'),?\s*\)|\["(\w+)"\])$/gm,
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
`]]},javascript:_e,typescript:_e,csharp:{setting:/^var (\w+) =\s+Environment\.GetEnvironmentVariable\(\s*"(\w+)"\s*\)\s+\?\? .*;$/gm,
write:(e,t,n)=>`var ${e} = Environment.GetEnvironmentVariable("${t}") ?? ${n};`,login:/"(?:Basic|Digest)",\s/,uses:[/^request\.Headers\.Authorization = (?:(?!;\n)[\s\S])*\{SECRET\}(?:(?!;\n)[\s\S])*;\n/gm,
/^request\.Headers\.\w+\((?:(?!;\n)[\s\S])*(?:,\s+SECRET\b|\{SECRET\})(?:(?!;\n)[\s\S])*;\n/gm,/^query\.Add\((?:(?!;\n)[\s\S])*(?:,\s+SECRET\b|\{SECRET\})(?:(?!;\n)[\s\S])*;\n/gm],
header:[[/^using var request = (?:(?!;\n)[\s\S])*;\n/m,`request.Headers.TryAddWithoutValidation("NAME", "VALUE");
`]]},php:{setting:/^\$(\w+) = getenv\('(\w+)'\)\s+\?: .*;$/gm,write:(e,t,n)=>`$${e} = getenv('${t}') ?: ${n};`,quote:"'",
login:/^ {4}CURLOPT_USERPWD/m,used:String.raw`\$\{?SECRET\b`,uses:[/^ {4}CURLOPT_(?:HTTPAUTH|USERPWD) => .*\n/gm,/^ {8}'[\w-]+: .*\$SECRET\b.*,\n/gm],
header:[[/^ {4}CURLOPT_HTTPHEADER => \[\n/m,`        'NAME: VALUE',
`],[/^curl_setopt_array\(.*\n/m,`    CURLOPT_HTTPHEADER => ['NAME: VALUE'],
`]]},http:qe,text:qe};function Oe(e){return Object.hasOwn(te,e)}function Ie(e,t,n,o){let s=Object.hasOwn(te,t)?te[t]:void 0,
a=D(n);if(!s||!a)return[];let r=St(e,s);return(xt(e,t,s,r,n)??(o?[]:$t(e,s,r,a))).sort(H)}function H(e,t){return e.start-
t.start||e.end-t.end}function St(e,{setting:t}){return t?[...e.matchAll(t)].map(n=>({start:n.index,end:n.index+n[0].length,
name:n[1],variable:n[2]??n[3]??n[1]})).filter(({name:n})=>!/^base_?url$/i.test(n)):[]}function xt(e,t,n,o,s){let{write:a,
quote:r='"',login:i}=n;if(!a||!o.length)return null;let{scheme:c="Basic",user:p="",password:u="",token:E="",key:k=""}=s,
d=i?.test(e)??!1,w=d?o.slice(2):o,x=({name:m},y)=>new RegExp(`Authorization.*?${y}.*\\b${m}\\b`,"i").test(e),b=[];return c===
"Basic"?d&&o.length>1&&(b=[[o[0],p,!1],[o[1],u,!0]]):c===L?b=w.filter(m=>!x(m,"")).map(m=>[m,k,!0]):b=w.filter(m=>x(m,`[\
"'\`: ]${c} `)).map(m=>[m,E,!0]),b.length?[...b.map(([{start:m,end:y,name:$,variable:v},de,Je])=>{let ue=Ze=>r+I(Ze,r,t)+
r;return{start:m,end:y,text:a($,v,ue(de)),shown:a($,v,Je?r+q+r:ue(de))}}),...Me(e,new Set(b.map(([{variable:m}])=>m)))]:
null}function Me(e,t){let n=/^for needed in \((.*)\):\n(?: {4}.*\n)+/m.exec(e);if(!n)return[];let o=n[1].match(/"\w+"/g)?.
filter(r=>!t.has(r.slice(1,-1)))??[],s=`${o.join(", ")}${o.length===1?",":""}`,a=o.length?n[0].replace(n[1],s):"";return[
{start:n.index,end:n.index+n[0].length,text:a,shown:a}]}function $t(e,t,n,[o,s]){let{uses:a,header:r,isInline:i,used:c=Ue}=t,
p=n.map(d=>d.name).join("|")||"(?!)",u=i?[]:n.map(({start:d,end:w})=>({start:d,end:w+1,text:"",shown:""}));u.push(...Me(
e,new Set(n.map(({variable:d})=>d))));for(let{source:d,flags:w}of a){let x=d.replaceAll("SECRET",`(?:${p})`).replaceAll(
"NAME",o),b=new RegExp(x,w);for(let T of e.matchAll(b)){let[m,y]=[T.index,T.index+T[0].length];u.some(v=>m<v.end&&v.start<
y)||u.push({start:m,end:y,text:"",shown:""})}}let E=vt(e,u);if(new RegExp(c.replaceAll("SECRET",`(?:${p})`)).test(c===Ue?
E.replace(yt,""):E))return[];for(let[d,w]of r){let x=d.exec(e);if(!x)continue;let b=x.index+x[0].length,T=o==="Authoriza\
tion"?`${s.split(" ")[0]} ${q}`:q,m=$=>w.replace("NAME",()=>o).replace("VALUE",()=>$),y={start:b,end:b,text:m(s),shown:m(
T)};return u.some(({start:$,end:v})=>$<b&&b<v)?[]:[...u,y]}return[]}function vt(e,t){let n=0,o="";for(let{start:s,end:a}of[
...t].sort(H))o+=e.slice(n,s),n=a;return o+e.slice(n)}var ne=new WeakMap;function At({fill:e,quote:t='"',language:n},o){let{user:s,password:a}=(o.scheme??"Basic")==="Basic"?o:
{},r=s&&a,i=u=>({text:I(u,t,n),shown:q}),c=u=>({text:u,shown:u});if(e==="base")return o.base?c(o.base):null;if(e==="auth\
orization"){let u=ee(o);return u?{text:u,shown:`${u.split(" ")[0]} ${q}`}:null}if(e==="user")return r?c(I(s,t,n)):null;if(e===
"password")return r?i(a):null;if(e==="credentials")return r?i(`${s}:${a}`):null;let p=o[e];return p&&(t||A.number.test(p))?
c(p):null}function oe(e){return h("[data-fill]",e)}function se(e){return e.closest("[data-language]")?.dataset.language??
""}function Ve(e){let t=ne.get(e);if(t)return t;let n=e.cloneNode(!0);return ne.set(e,n),n}function Ct(e){let t=e.closest(
".callsheet-variant")?.getAttribute("aria-labelledby"),n=t?document.getElementById(t):null;return e.closest(".callsheet-\
outcome")!==null||!!n?.querySelector(".callsheet-status")}function De(e,t){let n=S.get(),o=se(e),s=Ie(t.textContent??"",
o,n,Ct(e)),a=document.createRange();for(let r of oe(t)){let{fill:i="",quote:c}=r.dataset,p=At({fill:i,quote:c,language:o},
n);if(!p)continue;a.selectNodeContents(t),a.setEndBefore(r);let u=a.toString().length,E=u+(r.textContent??"").length;s.some(
d=>u<d.end&&d.start<E)||s.push({start:u,end:E,...p})}return s.sort(H)}function Lt(e,{start:t,end:n,shown:o}){let s=document.
createRange(),a=document.createTreeWalker(e,NodeFilter.SHOW_TEXT),r=0,i=!1;for(let c=a.nextNode();c;c=a.nextNode()){let{
length:p}=c;if(!i&&t<r+p&&(s.setStart(c,t-r),i=!0),i&&n<=r+p){s.setEnd(c,n-r);break}r+=p}s.deleteContents(),o&&s.insertNode(
l("span",{class:"callsheet-filled"},o))}function Be(){let e=!Object.keys(S.get()).length;for(let t of h("[data-language]\
 pre > code")){if(e&&!ne.has(t))continue;let n=Ve(t),o=n.cloneNode(!0);for(let s of De(t,n).reverse())Lt(o,s);t.replaceChildren(
...o.childNodes)}}function re(e){let t=Ve(e),n=t.textContent??"";for(let o of De(e,t).reverse())n=n.slice(0,o.start)+o.text+
n.slice(o.end);return n}function He(){S.onChange(Be),f(Be)}async function F(e){try{return await navigator.clipboard.writeText(e),!0}catch{let t=l("textarea",{readonly:!0,class:"ca\
llsheet-offscreen"});t.value=e,document.body.append(t),t.select();let n=document.execCommand("copy");return t.remove(),n}}
function K(e,t){let n=URL.createObjectURL(new Blob([e],{type:"text/plain"}));l("a",{href:n,download:t}).click(),setTimeout(
()=>URL.revokeObjectURL(n),1e3)}function Fe(){let e=oe(),t=[...new Set(e.map(d=>d.dataset.fill??""))],n=t.filter(d=>d.startsWith("path:")),o=l("p",{class:"\
callsheet-note",role:"status"}),s=S.get(),a=(d,w,x,b,T="text")=>{let m=`callsheet-value-${d}`,y=l("input",{id:m,type:T,autocomplete:"\
off",spellcheck:"false","data-value":d,input(){let $=d==="base"?y.value.trim().replace(/\/+$/,""):y.value.trim(),v=!$||!x||
x.test($);y.setAttribute("aria-invalid",String(!v)),o.textContent=v?"":`${w}: ${b}`,S.set(d,v?$:"")}});return y.value=s[d]??
"",l("p",{class:"callsheet-field"},l("label",{for:m},w),y)},r=l("select",{id:"callsheet-value-scheme",change(){S.set("sc\
heme",r.value),E()}},...V().map(d=>l("option",{value:d},d)));r.value=s.scheme??"Basic";let i=l("div",{},a("user","User",
null,""),a("password","Password",null,"","password")),c="letters, digits and . _ ~ + / = : - only.",p=l("div",{},a("toke\
n","Token",A.token,c,"password")),u=l("div",{},a("keyName","Header field",A.keyName,"letters, digits, _ and - only."),a(
"key","Key",A.key,c,"password"));u.querySelector("input").placeholder="X-API-Key";let E=()=>{i.hidden=r.value!=="Basic",
u.hidden=r.value!==L,p.hidden=!i.hidden||!u.hidden};E();let k=d=>e.some(({dataset:w})=>w.quote===""&&w.fill===d);M("Your\
 values",l("p",{},"They are filled into the samples of every page, stay in this tab until you close it, and are sent now\
here."),t.includes("base")&&a("base","Address of the server",A.base,"an address such as https://example.com/tenant."),l(
"p",{class:"callsheet-field"},l("label",{for:r.id},"Authentication"),r),i,p,u,l("p",{class:"callsheet-note"},"Programs t\
hat sign in by another scheme are changed to this one, where that is possible."),...n.map(d=>k(d)?a(d,d.slice(5),A.number,
"a number, please."):a(d,d.slice(5),A.path,"letters, digits and . _ ~ - only.")),o,l("p",{},l("button",{type:"button",class:"\
callsheet-button",click(){S.forget();for(let d of h("[data-value]"))d.value="";r.value="Basic",E(),o.textContent="Forgot\
ten."}},"Forget all")))}var kt="M19 21H8V7h11m0-2H8a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h11a2 2 0 0 0 2-2V7a2 2 0 0 0-2-2m-3-4H4a2 2 0 0 0-2 2v14h2V3h\
12z",Tt="M5 20h14v-2H5m14-9h-4V3H9v6H5l7 7z",Ke="callsheet:language",We={ArrowRight:1,ArrowLeft:-1},je=_("localStorage",
"callsheet.language");function ze(e){return h(":scope > input",e)}function ae(e){return e.nextElementSibling}function Rt(e){
let t=ze(e),n=t.map(r=>{let i=ae(r),c=i.nextElementSibling;c.id=`${r.id}-panel`;let p=l("button",{type:"button",role:"ta\
b",id:`${r.id}-tab`,"aria-controls":c.id,click(){o(p,!0)}},i.textContent??"");return c.setAttribute("role","tabpanel"),c.
setAttribute("aria-labelledby",p.id),r.hidden=!0,i.hidden=!0,p}),o=(r,i)=>{if(n.forEach((c,p)=>{c.setAttribute("aria-sel\
ected",String(c===r)),c.tabIndex=c===r?0:-1,t[p].checked=c===r}),!!i){je.set(r.textContent);for(let c of h(".callsheet-t\
abs",e.closest(".callsheet-variants")??e))c!==e&&c.dispatchEvent(new Event(Ke))}},s=l("div",{role:"tablist",class:"calls\
heet-tablist","aria-label":"Language of the sample",keydown(r){let i=n.indexOf(document.activeElement),c=Nt(r.key,i,n.length,
getComputedStyle(e).direction==="rtl");c<0||i<0||(r.preventDefault(),n[c].focus(),o(n[c],!0))}},...n);e.prepend(s);let a=()=>{
let r=je.get(),i=n.find(c=>c.textContent===r);o(i??n[t.findIndex(c=>c.checked)]??n[0],!1)};e.addEventListener(Ke,a),a()}
function Nt(e,t,n,o){return e==="Home"?0:e==="End"?n-1:Object.hasOwn(We,e)?(t+(o?-1:1)*We[e]+n)%n:-1}function Pt(e){let t=ze(
e),n=e.querySelector(".callsheet-choice"),o=l("select",{"aria-labelledby":n.id,change(){t[o.selectedIndex].checked=!0}},
...t.map(s=>l("option",{},ae(s).textContent??"")));o.selectedIndex=t.findIndex(s=>s.checked);for(let s of t)s.hidden=!0,
ae(s).hidden=!0;n.after(o)}function Ut(e){let t=e.querySelector("pre > code"),n=e.querySelector(".callsheet-file");if(!t||
!n)return;let o=C(),s=(p,u,E)=>l("button",{type:"button",class:"callsheet-icon",title:p,"aria-label":p,click:E},P(u)),a=n.
querySelector("code")?.textContent,r=l("span",{class:"callsheet-actions"},o);(e.querySelector("[data-fill]")||Oe(se(t)))&&
r.append(l("button",{type:"button",class:"callsheet-button","aria-haspopup":"dialog",click:Fe},"Your values"));let i=async()=>{
o.textContent=await F(re(t))?"Copied":"Select the text to copy it",setTimeout(()=>{o.textContent=""},2e3)},c=h("details",
t);c.length&&r.append(_t(c)),r.append(s("Copy",kt,i)),a&&r.append(s(`Download ${a}`,Tt,()=>K(re(t),a))),n.append(r)}function _t(e){
let t=e.map(r=>r.open),n=t.includes(!1)?t:e.map((r,i)=>i===0),o=()=>e.every(r=>r.open),s=l("button",{type:"button",class:"\
callsheet-button",click(){let r=!o();e.forEach((i,c)=>{i.open=r||n[c]})}}),a=()=>{s.textContent=o()?"Fold":"Unfold"};for(let r of e)
r.addEventListener("toggle",a);return a(),s}function Ye(){f(()=>{g(".callsheet-tabs",Rt),g(".callsheet-variants--many",Pt),
g(".callsheet-panel, .callsheet-program, .callsheet-json",Ut)})}var le={};et(le,{API_KEY:()=>L,VALID:()=>A,badge:()=>pe,copy:()=>F,credentials:()=>D,load:()=>R,make:()=>l,onPage:()=>f,
save:()=>K,schemes:()=>V,siteUrl:()=>N,statusNote:()=>C,storedText:()=>_,values:()=>S});var qt=16;function Ot(e){let t=e.nextElementSibling,n=[...t.tBodies[0].rows];n.length>=qt&&e.append(...It(t,n)),t.querySelectorAll(
"details").length>1&&e.append(Mt(t))}function It(e,t){let n=C(),o=e.getAttribute("aria-label")??"Rows",s=null,a=()=>{s??=
t.map(u=>(u.textContent??"").toLowerCase());let i=s,c=r.value.toLowerCase().split(/\s+/).filter(Boolean),p=0;t.forEach((u,E)=>{
let k=c.every(d=>i[E].includes(d));u.hidden=!k,k&&(p+=1)}),n.textContent=c.length?`${p} of ${t.length} rows`:""},r=l("in\
put",{type:"search",class:"callsheet-input","aria-label":`Filter: ${o}`,placeholder:`Filter ${t.length} rows`,input:a});
return e.addEventListener(W,()=>{r.value="",a()}),[r,n]}function Mt(e){let t=[...e.querySelectorAll("details")],n=l("but\
ton",{type:"button",class:"callsheet-button",click(){let s=t.some(a=>!a.open);for(let a of t)a.open=s;o()}}),o=()=>{n.textContent=
t.every(s=>s.open)?"Collapse all":"Expand all"};for(let s of t)s.addEventListener("toggle",o);return o(),n}var Bt={TABLE:"\
table",THEAD:"rowgroup",TBODY:"rowgroup",TR:"row",TH:"columnheader",TD:"cell"};function Vt(e){let{rows:t,tBodies:n,tHead:o}=e,
s=[...t].flatMap(a=>[...a.cells]);for(let a of[e,o,...n,...t,...s])a?.setAttribute("role",Bt[a.tagName])}function Ge(){f(
()=>{g(".callsheet-tools",Ot),g(".callsheet-table",Vt)})}var ce;function Dt(){for(let e of h('.md-search[role="dialog"]'))e.ariaLabel="Search";for(let e of h(".md-nav[aria-label\
ledby]")){let t=e.getAttribute("aria-labelledby")??"";document.getElementById(t)?.textContent?.trim()||(e.removeAttribute(
"aria-labelledby"),e.ariaLabel=e.parentElement?.querySelector("a")?.textContent?.trim()??"")}}function ie(){for(let e of h(
".md-code__nav:not([role])"))e.role="none";for(let e of h(".md-typeset__scrollwrap"))e.toggleAttribute("tabindex",e.scrollWidth>
e.clientWidth),e.hasAttribute("tabindex")&&(e.tabIndex=0)}function Xe(){f(()=>{Dt(),ie(),ce?.disconnect(),ce=new MutationObserver(
ie);for(let e of h(".md-content"))ce.observe(e,{childList:!0,subtree:!0})}),addEventListener("resize",ie)}be(document.currentScript);window.callsheet={...le};Ye();He();Ge();ge();ye();Xe();$e();Le();xe();Te();we();me();})();
