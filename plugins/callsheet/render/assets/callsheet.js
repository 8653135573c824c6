/*! Made by `make javascript`: sources 3e1339d6a9a36a47, code b31e2ae47389af7a */
"use strict";(()=>{var We=Object.defineProperty;var Ye=(e,t)=>{for(var n in t)We(e,n,{get:t[n],enumerable:!0})};function l(e,t={},...n){let o=document.createElement(e);for(let[s,a]of Object.entries(t))typeof a=="function"?o.addEventListener(
s,a):a!==!1&&o.setAttribute(s,a===!0?"":String(a));return o.append(...n),o}function q(e){let t=document.createElementNS(
"http://www.w3.org/2000/svg","svg");t.setAttribute("viewBox","0 0 24 24"),t.setAttribute("aria-hidden","true");let n=document.
createElementNS(t.namespaceURI,"path");return n.setAttribute("d",e),t.append(n),t}function I(e){let t=e.toLowerCase();return l(
"span",{class:`callsheet-method callsheet-method--${t}`},e)}function b(e,t=document){return[...t.querySelectorAll(e)]}function L(e="\
callsheet-said"){return l("span",{role:"status",class:e})}var de=[];function m(e){de.push(e)}function ue(){let e=()=>{for(let t of de)t()};document.readyState==="loading"?addEventListener(
"DOMContentLoaded",e):e(),window.document$?.subscribe(e)}function v(e,t){for(let n of b(e))n.dataset.callsheetReady===void 0&&
(n.dataset.callsheetReady="",t(n))}var K="callsheet:reveal";function pe(){let e=document.getElementById(j(location.hash));if(!e?.closest(".callsheet"))return;
let t=!1;for(let n=e;n;n=n.parentElement)n instanceof HTMLDetailsElement&&!n.open&&(n.open=!0,t=!0);e.hidden&&(e.closest(
"table")?.dispatchEvent(new Event(K)),t=!0),t&&e.scrollIntoView()}function j(e){try{return decodeURIComponent(e.slice(1))}catch{
return e.slice(1)}}function fe(){let e=new Set;addEventListener("hashchange",pe),addEventListener("beforeprint",()=>{for(let t of b(
".callsheet details:not([open])")){let n=t;n.open=!0,e.add(n)}}),addEventListener("afterprint",()=>{for(let t of e)t.open=
!1;e.clear()}),m(pe)}var me="";function he(e){me=new URL("../../",e.src).href}function U(e){return me+e}function W(e){return U(`assets/callsh\
eet/${e}`)}var z=new Map;function R(e){let t=z.get(e);return t||(t=new Promise((n,o)=>{let s=()=>{z.delete(e),o(new Error(
`${e} cannot be loaded`))};document.head.append(l("script",{src:W(e),load:n,error:s}))}),z.set(e,t)),t}function Ge(){return new Promise(e=>{let t=W("console/console.css");document.head.append(l("link",{rel:"stylesheet",href:t,
load:e,error:e}))})}async function Xe(e){let{callsheet:t}=window;t.toggleConsole||await Promise.all([R("console/console.\
js"),Ge()]),await t.toggleConsole?.(e)}function Je(e){let t=L(),n=!1,o=l("button",{type:"button",class:"callsheet-button",
"aria-expanded":"false",async click(){if(!n){n=!0;try{await Xe(o),t.textContent=""}catch(s){t.textContent="It cannot be \
loaded.",reportError(s)}finally{n=!1}}}},"Try it");e.append(t,o)}function ge(){m(()=>v(".callsheet-route",Je))}function Ze(){let e=document.querySelector(".md-sidebar--secondary .md-nav--secondary"),t=document.querySelector(".md-na\
v--primary .md-nav__item--active > .md-nav__link--active");!e?.querySelector("li")||!t||document.getElementById("__toc")||
(t.before(l("input",{class:"md-nav__toggle md-toggle",type:"checkbox",id:"__toc"}),l("label",{class:t.className,for:"__t\
oc"},...t.cloneNode(!0).childNodes,l("span",{class:"md-nav__icon md-icon"}))),t.after(e.cloneNode(!0)))}function Ee(){m(
Ze)}function M(e,...t){let n=l("button",{type:"button",class:"callsheet-button callsheet-close","aria-label":"Close",click(){
s.close()}},"×"),o=t.filter(a=>a!==!1),s=l("dialog",{class:"callsheet callsheet-dialog md-typeset","aria-label":e,close(){
s.remove()},click(a){a.target===s&&s.close()}},l("div",{},l("h2",{},e),...o,n));return document.body.append(s),s.showModal(),
s}var we=new Set(["get","head","post","put","patch","delete","options"]);function be([e,t,n,o,s,a]){let r=[t,n,o,s].join("\
 ").toLowerCase();return{method:e,route:t,label:n,uid:o,summary:s,url:a,text:r}}function Y(e){return e.toLowerCase().split(
/\s+/).filter(Boolean)}function ye(e,t){let n=Y(t),o=e.filter(({method:r,text:i})=>n.every(c=>we.has(c)?r.toLowerCase()===
c:i.includes(c))),[s=""]=n.filter(r=>!we.has(r));return s?o.map(r=>({operation:r,rank:Qe(r,s)})).sort((r,i)=>r.rank-i.rank).
map(({operation:r})=>r):o}function Qe({uid:e,route:t,label:n},o){return e.toLowerCase()===o?0:n.toLowerCase().startsWith(
o)?1:t.toLowerCase().includes(`/${o}`)?2:`${t} ${n}`.toLowerCase().includes(o)?3:4}var et="M4 5h16v2H4zm0 6h9v2H4zm0 6h7v2H4zm12.5-5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7m0-2a5.5 5.5 0 1 0 3.2 10l2.6 2.6 1\
.4-1.4-2.6-2.6A5.5 5.5 0 0 0 16.5 10",G=50,X=null;async function tt(){return X||(await R("operations.js"),X=window.callsheetOperations.
map(be)),X}function nt({method:e,route:t,label:n,summary:o,url:s}){return l("li",{},l("a",{href:U(s)},I(e),l("span",{},l(
"strong",{},n),l("code",{},t),l("small",{},o))))}async function $e(){if(document.querySelector("dialog[open]"))return;let e=l(
"p",{role:"status",class:"callsheet-note"},"Loading …"),t=l("ul",{class:"callsheet-found"}),n=l("input",{type:"text",class:"\
callsheet-input","aria-label":"Method, path, words or uid",placeholder:"Method, path, words or uid",autocomplete:"off",spellcheck:"\
false"}),o=i=>l("kbd",{},i),s=[o("Ctrl K")," opens this list, ",o("↑")," ",o("↓")," move in it, ",o("Enter")," goes \
to the page, ",o("Esc")," closes."],a=l("p",{class:"callsheet-note"},...s),r=M("Find an operation",n,e,t,a);r.addEventListener(
"keydown",i=>ot(i,n,t)),t.addEventListener("click",i=>{i.target.closest("a")&&r.close()});try{let i=await tt(),c=()=>{let u=ye(
i,n.value);t.replaceChildren(...u.slice(0,G).map(nt));let p=u.length===1?"1 operation":`${u.length||"No"} operations`,h=u.
length>G?`, the first ${G} of them below`:"";e.textContent=`${p}${h}.`};n.addEventListener("input",c),c()}catch{e.textContent=
"The list of operations cannot be loaded."}}function ot(e,t,n){let o=[...n.querySelectorAll("a")],s=document.activeElement;
if(e.key==="Enter"&&s===t)e.preventDefault(),o[0]?.click();else if(e.key==="ArrowDown"||e.key==="ArrowUp"){e.preventDefault();
let r=o.indexOf(s)+(e.key==="ArrowDown"?1:-1);(r<0?t:o[Math.min(r,o.length-1)]??t).focus()}}function st(e){let t=e;return t.
isContentEditable||/^(input|textarea|select)$/i.test(t.tagName)}function rt(){if(document.querySelector(".callsheet-find\
er"))return;let e=l("button",{type:"button",class:"callsheet-finder","aria-haspopup":"dialog",title:"Find an operation (\
Ctrl K)","aria-label":"Find an operation",click:$e},q(et)),t=document.querySelector(".md-header__title");t?(e.classList.
add("md-header__button","md-icon"),t.after(e)):document.querySelector(".callsheet")?.prepend(e)}function xe(){addEventListener(
"keydown",e=>{(e.ctrlKey||e.metaKey)&&!e.altKey&&!e.shiftKey&&e.key.toLowerCase()==="k"&&!st(e.target)&&(e.preventDefault(),
$e())}),m(rt)}var at="uid/";function Se(){let e=document.querySelector("[data-callsheet-uids]"),t=j(location.hash);if(!e||!t)return;let n=document.
getElementById(t)?.querySelector("a");n&&e.contains(n)?location.replace(n.href):(e.querySelector("[role=status]")?.remove(),
e.prepend(l("p",{role:"status"},`No operation has the uid ${t}.`)))}function Ae(){addEventListener("hashchange",Se),m(()=>{
let e=U(at),t=location.href.split(/[?#]/)[0],[,n]=/^([^/]+)\/?$/.exec(t.slice(e.length))??[];t.startsWith(e)&&n&&n!=="in\
dex.html"?location.replace(`${e}index.html#${n}`):Se()})}function P(e,t,n){if(!t)return e;if(/^(bash|sh|shell|console|curl)$/.test(n))return t==="'"?e.replaceAll("'","'\\''"):e.
replace(/[\\"$`]/g,"\\$&");if(/^(powershell|pwsh)$/.test(n))return t==="'"?e.replace(/['\u2018-\u201b]/g,"$&$&"):e.replace(
/["$`\u201c-\u201e]/g,"`$&");let o=e.replaceAll("\\","\\\\").replaceAll(t,`\\${t}`);return t!=='"'?o:/^(php|perl|kotlin|dart|groovy)$/.
test(n)?o.replaceAll("$","\\$"):n==="ruby"?o.replaceAll("#","\\#"):o}function N(e,t){let n=null;return{get(){try{return window[e].getItem(t)}catch{return n}},set(o){n=o;try{o===null?window[e].
removeItem(t):window[e].setItem(t,o)}catch{}}}}var Q=N("sessionStorage","callsheet.values"),ke=new Set,_=new Map,ve=["user","password","token","key","keyName"];function Ce(){
try{return JSON.parse(Q.get()??"")??{}}catch{return{}}}function J(){return globalThis.location?.pathname??""}var y={get:()=>({
...Ce(),...Object.fromEntries(_.get(J())??[])}),set(e,t){let n={...Ce(),[e]:t};t||delete n[e],ve.includes(e)&&(n.mark=Math.
random().toString(36).slice(2)),ve.some(o=>n[o])||delete n.mark,_.get(J())?.delete(e),Q.set(Object.keys(n).length?JSON.stringify(
n):null),Z()},setHere(e){_.set(J(),new Map(e)),Z()},forget(){Q.set(null),_.clear(),Z()},onChange(e){ke.add(e)}};function Z(){
for(let e of ke)e()}var A={base:/^https?:\/\/[^\s"'`\\$<>?#]+$/i,token:/^[\w.~+/=:-]+$/,key:/^[\w.~+/=:-]+$/,keyName:/^[\w-]+$/,
path:/^[\w.~-]+$/,number:/^-?\d+(\.\d+)?$/},C="API key",lt="X-API-Key";function B(){let t=document.querySelector("[data-\
callsheet-schemes]")?.dataset.callsheetSchemes?.split(" ")??[];return[...new Set(["Basic","Bearer",...t,C,y.get().scheme??
"Basic"])]}function V(e){if(e.scheme===C)return e.key?[e.keyName??lt,e.key]:null;let t=ee(e);return t?["Authorization",t]:
null}function ee({scheme:e="Basic",user:t,password:n,token:o}){if(e===C)return"";if(e!=="Basic")return o?`${e} ${o}`:"";
if(!t||!n)return"";let s=new TextEncoder().encode(`${t}:${n}`);return`Basic ${btoa(String.fromCharCode(...s))}`}var O="••••••",Te=String.raw`(?<![\w.$"'])SECRET\b(?!["']|\s*:)|\{SECRET\}`,ct=/^\s*(?:\/\/|#).*|^"""[\s\S]*?"""|(?<![$f])"(?:[^"\\\n]|\\.)*"/gm,
Le={setting:/^const (\w+) = (?:process\.env\.(\w+) \?\? .*|needed\("(\w+)"\));$/gm,write:(e,t,n)=>`const ${e} = process.\
env.${t} ?? ${n};`,login:/btoa\(|answerChallenge\(/,uses:[/^ {4}[\w"-]+: (?:SECRET|`.*\$\{SECRET\}.*`),\n/gm,/^url\.searchParams\.append\(.*(?:, SECRET|\$\{SECRET\}.*)\);\n/gm],
header:[[/^const response = .*\{\n(?: {2}method: .*\n)? {2}headers: \{\n/m,`    "NAME": "VALUE",
`],[/^const response = .*\{\n(?: {2}method: .*\n)?/m,`  headers: {
    "NAME": "VALUE",
  },
`]]},Re={setting:/\{\{\$processEnv (\w+)\}\}/g,write:(e,t,n)=>n,quote:"",isInline:!0,used:String.raw`\$processEnv SECRET\b`,
uses:[/^(?:Authorization|NAME):.*\n?/gim,/^[\w-]+: .*\{\{\$processEnv .*\n?/gm],header:[[/^[A-Z]+ (?:\{\{baseUrl\}\}|https?:|\/).*\n?/m,
`NAME: VALUE
`]]},te={python:{setting:/^([A-Z]\w*) = os\.environ(?:\.get\("(\w+)", (?:"[^"\n]*"|'[^'\n]*')\)|\["(\w+)"\])$/gm,write:(e,t,n)=>`${e}\
 = os.environ.get("${t}", ${n})`,login:/\bauth=/,uses:[/\n {4}auth=.*\),(?=\n)/g,/\bauth=\w*\([^()\n]*\), /g,/\n {8}"[\w-]+": (?:f".*\{SECRET\}.*"|SECRET),(?=\n)/g,
/"[\w-]+": (?:f"[^"\n]*\{SECRET\}[^"\n]*"|SECRET\b)(?:, )?/g],header:[[/^response = requests\.[\s\S]*?\bheaders=\{(?=\n)/m,
`
        "NAME": "VALUE",`],[/^response = requests\.[\s\S]*?\bheaders=\{/m,'"NAME": "VALUE", '],[/^response = requests\.[\s\S]*?\n {4}(?=timeout=)/m,
`headers={"NAME": "VALUE"},
    `],[/^response = requests\.[\s\S]*?(?=timeout=)/m,'headers={"NAME": "VALUE"}, ']]},bash:{setting:/^(\w+)=(?:'(?:[^'\n]|'\\'')*'\n\1=)?"\$\{(\w+):(?:-[^}"\n]*|\?is not set)\}"$/gm,
write(e,t,n){let o=n.slice(1,-1);return/^[^\s\\'"$`{}]*$/.test(o)?`${e}="\${${t}:-${o}}"`:`${e}=${n}
${e}="\${${t}:-$${e}}"`},quote:"'",login:/^ {2}--user /m,used:String.raw`\$\{?SECRET\b`,uses:[/^ {2}--digest \\\n/gm,/^ {2}--(?:user|header|url-query) ".*\$\{?SECRET\b.*" \\\n/gm],
header:[[/^curl .*\\\n/m,`  --header 'NAME: VALUE' \\
`]]},powershell:{setting:/^\$(\w+) = if \(\$env:(\w+)\) \{ \$env:\2 \} else \{ .* \}$/gm,write:(e,t,n)=>`$${e} = if ($en\
v:${t}) { $env:${t} } else { ${n} }`,quote:"'",login:/'Basic ' \+ |^ {4}Credential = /m,used:String.raw`\$\{?SECRET\b`,uses:[
/^ {8}[\w'-]+ = .*\$SECRET\b.*\n/gm,/^ {4}Credential = .*\n/gm,/^\$query\.Add\(.*\$SECRET\b.*\)\n/gm],header:[[/^ {4}Headers = @\{\n/m,
`        'NAME' = 'VALUE'
`],[/^ {4}Uri = .*\n/m,`    Headers = @{
        'NAME' = 'VALUE'
    }
`]]},javascript:Le,typescript:Le,csharp:{setting:/^var (\w+) = Environment\.GetEnvironmentVariable\("(\w+)"\) \?\? .*;$/gm,
write:(e,t,n)=>`var ${e} = Environment.GetEnvironmentVariable("${t}") ?? ${n};`,login:/"Basic", |"Digest", /,uses:[/^request\.Headers\.Authorization = new AuthenticationHeaderValue\(\n.*\{SECRET\}.*\n/gm,
/^request\.Headers\.\w+\(.*(?:, SECRET|\{SECRET\}.*)\);\n/gm,/^query\.Add\(.*(?:, SECRET|\{SECRET\}.*)\);\n/gm],header:[
[/^using var request = .*\n/m,`request.Headers.TryAddWithoutValidation("NAME", "VALUE");
`]]},php:{setting:/^\$(\w+) = getenv\('(\w+)'\) \?: .*;$/gm,write:(e,t,n)=>`$${e} = getenv('${t}') ?: ${n};`,quote:"'",login:/^ {4}CURLOPT_USERPWD/m,
used:String.raw`\$\{?SECRET\b`,uses:[/^ {4}CURLOPT_(?:HTTPAUTH|USERPWD) => .*\n/gm,/^ {8}'[\w-]+: .*\$SECRET\b.*,\n/gm],
header:[[/^ {4}CURLOPT_HTTPHEADER => \[\n/m,`        'NAME: VALUE',
`],[/^curl_setopt_array\(.*\n/m,`    CURLOPT_HTTPHEADER => ['NAME: VALUE'],
`]]},http:Re,text:Re};function Ne(e){return Object.hasOwn(te,e)}function Oe(e,t,n,o){let s=Object.hasOwn(te,t)?te[t]:void 0,
a=V(n);if(!s||!a)return[];let r=it(e,s);return(dt(e,t,s,r,n)??(o?[]:ut(e,s,r,a))).sort(D)}function D(e,t){return e.start-
t.start||e.end-t.end}function it(e,{setting:t}){return t?[...e.matchAll(t)].map(n=>({start:n.index,end:n.index+n[0].length,
name:n[1],variable:n[2]??n[3]??n[1]})).filter(({name:n})=>!/^base_?url$/i.test(n)):[]}function dt(e,t,n,o,s){let{write:a,
quote:r='"',login:i}=n;if(!a||!o.length)return null;let{scheme:c="Basic",user:u="",password:p="",token:h="",key:k=""}=s,
d=i?.test(e)??!1,E=d?o.slice(2):o,$=({name:f},w)=>new RegExp(`Authorization.*?${w}.*\\b${f}\\b`,"i").test(e),g=[];return c===
"Basic"?d&&o.length>1&&(g=[[o[0],u,!1],[o[1],p,!0]]):c===C?g=E.filter(f=>!$(f,"")).map(f=>[f,k,!0]):g=E.filter(f=>$(f,`[\
"'\`: ]${c} `)).map(f=>[f,h,!0]),g.length?[...g.map(([{start:f,end:w,name:x,variable:S},ce,je])=>{let ie=ze=>r+P(ze,r,t)+
r;return{start:f,end:w,text:a(x,S,ie(ce)),shown:a(x,S,je?r+O+r:ie(ce))}}),...Ue(e,new Set(g.map(([{variable:f}])=>f)))]:
null}function Ue(e,t){let n=/^for needed in \((.*)\):\n(?: {4}.*\n)+/m.exec(e);if(!n)return[];let o=n[1].match(/"\w+"/g)?.
filter(r=>!t.has(r.slice(1,-1)))??[],s=`${o.join(", ")}${o.length===1?",":""}`,a=o.length?n[0].replace(n[1],s):"";return[
{start:n.index,end:n.index+n[0].length,text:a,shown:a}]}function ut(e,t,n,[o,s]){let{uses:a,header:r,isInline:i,used:c=Te}=t,
u=n.map(d=>d.name).join("|")||"(?!)",p=i?[]:n.map(({start:d,end:E})=>({start:d,end:E+1,text:"",shown:""}));p.push(...Ue(
e,new Set(n.map(({variable:d})=>d))));for(let{source:d,flags:E}of a){let $=d.replaceAll("SECRET",`(?:${u})`).replaceAll(
"NAME",o),g=new RegExp($,E);for(let T of e.matchAll(g)){let[f,w]=[T.index,T.index+T[0].length];p.some(S=>f<S.end&&S.start<
w)||p.push({start:f,end:w,text:"",shown:""})}}let h=pt(e,p);if(new RegExp(c.replaceAll("SECRET",`(?:${u})`)).test(c===Te?
h.replace(ct,""):h))return[];for(let[d,E]of r){let $=d.exec(e);if(!$)continue;let g=$.index+$[0].length,T=o==="Authoriza\
tion"?`${s.split(" ")[0]} ${O}`:O,f=x=>E.replace("NAME",()=>o).replace("VALUE",()=>x),w={start:g,end:g,text:f(s),shown:f(
T)};return p.some(({start:x,end:S})=>x<g&&g<S)?[]:[...p,w]}return[]}function pt(e,t){let n=0,o="";for(let{start:s,end:a}of[
...t].sort(D))o+=e.slice(n,s),n=a;return o+e.slice(n)}var ne=new WeakMap;function ft({fill:e,quote:t='"',language:n},o){let{user:s,password:a}=(o.scheme??"Basic")==="Basic"?o:
{},r=s&&a,i=p=>({text:P(p,t,n),shown:O}),c=p=>({text:p,shown:p});if(e==="base")return o.base?c(o.base):null;if(e==="auth\
orization"){let p=ee(o);return p?{text:p,shown:`${p.split(" ")[0]} ${O}`}:null}if(e==="user")return r?c(P(s,t,n)):null;if(e===
"password")return r?i(a):null;if(e==="credentials")return r?i(`${s}:${a}`):null;let u=o[e];return u&&(t||A.number.test(u))?
c(u):null}function oe(e){return b("[data-fill]",e)}function se(e){return e.closest("[data-language]")?.dataset.language??
""}function qe(e){let t=ne.get(e);if(t)return t;let n=e.cloneNode(!0);return ne.set(e,n),n}function mt(e){let t=e.closest(
".callsheet-variant")?.getAttribute("aria-labelledby"),n=t?document.getElementById(t):null;return e.closest(".callsheet-\
outcome")!==null||!!n?.querySelector(".callsheet-status")}function Ie(e,t){let n=y.get(),o=se(e),s=Oe(t.textContent??"",
o,n,mt(e)),a=document.createRange();for(let r of oe(t)){let{fill:i="",quote:c}=r.dataset,u=ft({fill:i,quote:c,language:o},
n);if(!u)continue;a.selectNodeContents(t),a.setEndBefore(r);let p=a.toString().length,h=p+(r.textContent??"").length;s.some(
d=>p<d.end&&d.start<h)||s.push({start:p,end:h,...u})}return s.sort(D)}function ht(e,{start:t,end:n,shown:o}){let s=document.
createRange(),a=document.createTreeWalker(e,NodeFilter.SHOW_TEXT),r=0,i=!1;for(let c=a.nextNode();c;c=a.nextNode()){let{
length:u}=c;if(!i&&t<r+u&&(s.setStart(c,t-r),i=!0),i&&n<=r+u){s.setEnd(c,n-r);break}r+=u}s.deleteContents(),o&&s.insertNode(
l("span",{class:"callsheet-filled"},o))}function Pe(){let e=!Object.keys(y.get()).length;for(let t of b("[data-language]\
 pre > code")){if(e&&!ne.has(t))continue;let n=qe(t),o=n.cloneNode(!0);for(let s of Ie(t,n).reverse())ht(o,s);t.replaceChildren(
...o.childNodes)}}function re(e){let t=qe(e),n=t.textContent??"";for(let o of Ie(e,t).reverse())n=n.slice(0,o.start)+o.text+
n.slice(o.end);return n}function Me(){y.onChange(Pe),m(Pe)}async function H(e){try{return await navigator.clipboard.writeText(e),!0}catch{let t=l("textarea",{readonly:!0,class:"ca\
llsheet-offscreen"});t.value=e,document.body.append(t),t.select();let n=document.execCommand("copy");return t.remove(),n}}
function F(e,t){let n=URL.createObjectURL(new Blob([e],{type:"text/plain"}));l("a",{href:n,download:t}).click(),setTimeout(
()=>URL.revokeObjectURL(n),1e3)}function _e(){let e=oe(),t=[...new Set(e.map(d=>d.dataset.fill??""))],n=t.filter(d=>d.startsWith("path:")),o=l("p",{class:"\
callsheet-note",role:"status"}),s=y.get(),a=(d,E,$,g,T="text")=>{let f=`callsheet-value-${d}`,w=l("input",{id:f,type:T,autocomplete:"\
off",spellcheck:"false","data-value":d,input(){let x=d==="base"?w.value.trim().replace(/\/+$/,""):w.value.trim(),S=!x||!$||
$.test(x);w.setAttribute("aria-invalid",String(!S)),o.textContent=S?"":`${E}: ${g}`,y.set(d,S?x:"")}});return w.value=s[d]??
"",l("p",{class:"callsheet-field"},l("label",{for:f},E),w)},r=l("select",{id:"callsheet-value-scheme",change(){y.set("sc\
heme",r.value),h()}},...B().map(d=>l("option",{value:d},d)));r.value=s.scheme??"Basic";let i=l("div",{},a("user","User",
null,""),a("password","Password",null,"","password")),c="letters, digits and . _ ~ + / = : - only.",u=l("div",{},a("toke\
n","Token",A.token,c,"password")),p=l("div",{},a("keyName","Header field",A.keyName,"letters, digits, _ and - only."),a(
"key","Key",A.key,c,"password"));p.querySelector("input").placeholder="X-API-Key";let h=()=>{i.hidden=r.value!=="Basic",
p.hidden=r.value!==C,u.hidden=!i.hidden||!p.hidden};h();let k=d=>e.some(({dataset:E})=>E.quote===""&&E.fill===d);M("Your\
 values",l("p",{},"They are filled into the samples of every page, stay in this tab until you close it, and are sent now\
here."),t.includes("base")&&a("base","Address of the server",A.base,"an address such as https://example.com/tenant."),l(
"p",{class:"callsheet-field"},l("label",{for:r.id},"Authentication"),r),i,u,p,l("p",{class:"callsheet-note"},"Programs t\
hat sign in by another scheme are changed to this one, where that is possible."),...n.map(d=>k(d)?a(d,d.slice(5),A.number,
"a number, please."):a(d,d.slice(5),A.path,"letters, digits and . _ ~ - only.")),o,l("p",{},l("button",{type:"button",class:"\
callsheet-button",click(){y.forget();for(let d of b("[data-value]"))d.value="";r.value="Basic",h(),o.textContent="Forgot\
ten."}},"Forget all")))}var gt="M19 21H8V7h11m0-2H8a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h11a2 2 0 0 0 2-2V7a2 2 0 0 0-2-2m-3-4H4a2 2 0 0 0-2 2v14h2V3h\
12z",Et="M5 20h14v-2H5m14-9h-4V3H9v6H5l7 7z",Be="callsheet:language",Ve={ArrowRight:1,ArrowLeft:-1},De=N("localStorage",
"callsheet.language");function He(e){return b(":scope > input",e)}function ae(e){return e.nextElementSibling}function wt(e){
let t=He(e),n=t.map(r=>{let i=ae(r),c=i.nextElementSibling;c.id=`${r.id}-panel`;let u=l("button",{type:"button",role:"ta\
b",id:`${r.id}-tab`,"aria-controls":c.id,click(){o(u,!0)}},i.textContent??"");return c.setAttribute("role","tabpanel"),c.
setAttribute("aria-labelledby",u.id),r.hidden=!0,i.hidden=!0,u}),o=(r,i)=>{if(n.forEach((c,u)=>{c.setAttribute("aria-sel\
ected",String(c===r)),c.tabIndex=c===r?0:-1,t[u].checked=c===r}),!!i){De.set(r.textContent);for(let c of b(".callsheet-t\
abs",e.closest(".callsheet-variants")??e))c!==e&&c.dispatchEvent(new Event(Be))}},s=l("div",{role:"tablist",class:"calls\
heet-tablist","aria-label":"Language of the sample",keydown(r){let i=n.indexOf(document.activeElement),c=bt(r.key,i,n.length,
getComputedStyle(e).direction==="rtl");c<0||i<0||(r.preventDefault(),n[c].focus(),o(n[c],!0))}},...n);e.prepend(s);let a=()=>{
let r=De.get(),i=n.find(c=>c.textContent===r);o(i??n[t.findIndex(c=>c.checked)]??n[0],!1)};e.addEventListener(Be,a),a()}
function bt(e,t,n,o){return e==="Home"?0:e==="End"?n-1:Object.hasOwn(Ve,e)?(t+(o?-1:1)*Ve[e]+n)%n:-1}function yt(e){let t=He(
e),n=e.querySelector(".callsheet-choice"),o=l("select",{"aria-labelledby":n.id,change(){t[o.selectedIndex].checked=!0}},
...t.map(s=>l("option",{},ae(s).textContent??"")));o.selectedIndex=t.findIndex(s=>s.checked);for(let s of t)s.hidden=!0,
ae(s).hidden=!0;n.after(o)}function $t(e){let t=e.querySelector("pre > code"),n=e.querySelector(".callsheet-file");if(!t||
!n)return;let o=L(),s=(c,u,p)=>l("button",{type:"button",class:"callsheet-icon",title:c,"aria-label":c,click:p},q(u)),a=n.
querySelector("code")?.textContent,r=l("span",{class:"callsheet-actions"},o);(e.querySelector("[data-fill]")||Ne(se(t)))&&
r.append(l("button",{type:"button",class:"callsheet-button","aria-haspopup":"dialog",click:_e},"Your values"));let i=async()=>{
o.textContent=await H(re(t))?"Copied":"Select the text to copy it",setTimeout(()=>{o.textContent=""},2e3)};r.append(s("C\
opy",gt,i)),a&&r.append(s(`Download ${a}`,Et,()=>F(re(t),a))),n.append(r)}function Fe(){m(()=>{v(".callsheet-tabs",wt),v(
".callsheet-variants--many",yt),v(".callsheet-panel, .callsheet-program",$t)})}var le={};Ye(le,{API_KEY:()=>C,VALID:()=>A,badge:()=>I,copy:()=>H,credentials:()=>V,load:()=>R,make:()=>l,onPage:()=>m,save:()=>F,
schemes:()=>B,statusNote:()=>L,storedText:()=>N,values:()=>y});var xt=16;function St(e){let t=e.nextElementSibling,n=[...t.tBodies[0].rows];n.length>=xt&&e.append(...At(t,n)),t.querySelectorAll(
"details").length>1&&e.append(vt(t))}function At(e,t){let n=L(),o=e.getAttribute("aria-label")??"Rows",s=null,a=()=>{s??=
t.map(p=>(p.textContent??"").toLowerCase());let i=s,c=Y(r.value),u=0;t.forEach((p,h)=>{let k=c.every(d=>i[h].includes(d));
p.hidden=!k,k&&(u+=1)}),n.textContent=c.length?`${u} of ${t.length} rows`:""},r=l("input",{type:"search",class:"callshee\
t-input","aria-label":`Filter: ${o}`,placeholder:`Filter ${t.length} rows`,input:a});return e.addEventListener(K,()=>{r.
value="",a()}),[r,n]}function vt(e){let t=[...e.querySelectorAll("details")],n=l("button",{type:"button",class:"callshee\
t-button",click(){let s=t.some(a=>!a.open);for(let a of t)a.open=s;o()}}),o=()=>{n.textContent=t.every(s=>s.open)?"Colla\
pse all":"Expand all"};for(let s of t)s.addEventListener("toggle",o);return o(),n}var Ct={TABLE:"table",THEAD:"rowgroup",
TBODY:"rowgroup",TR:"row",TH:"columnheader",TD:"cell"};function kt(e){let{rows:t,tBodies:n,tHead:o}=e,s=[...t].flatMap(a=>[
...a.cells]);for(let a of[e,o,...n,...t,...s])a?.setAttribute("role",Ct[a.tagName])}function Ke(){m(()=>{v(".callsheet-t\
ools",St),v(".callsheet-table",kt)})}he(document.currentScript);window.callsheet={...le};Fe();Me();Ke();fe();Ee();xe();Ae();ge();ue();})();
