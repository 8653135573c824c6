/*! Made by `make javascript`: sources 10bbb0ed62735d1c, code f4fe41c868823bfb */
"use strict";(()=>{var ze=Object.defineProperty;var We=(e,t)=>{for(var n in t)ze(e,n,{get:t[n],enumerable:!0})};function l(e,t={},...n){let o=document.createElement(e);for(let[s,a]of Object.entries(t))typeof a=="function"?o.addEventListener(
s,a):a!==!1&&o.setAttribute(s,a===!0?"":String(a));return o.append(...n),o}function q(e){let t=document.createElementNS(
"http://www.w3.org/2000/svg","svg");t.setAttribute("viewBox","0 0 24 24"),t.setAttribute("aria-hidden","true");let n=document.
createElementNS(t.namespaceURI,"path");return n.setAttribute("d",e),t.append(n),t}function M(e){let t=e.toLowerCase();return l(
"span",{class:`callsheet-method callsheet-method--${t}`},e)}function E(e,t=document){return[...t.querySelectorAll(e)]}function k(e="\
callsheet-said"){return l("span",{role:"status",class:e})}var de=[];function m(e){de.push(e)}function ue(){let e=()=>{for(let t of de)t()};document.readyState==="loading"?addEventListener(
"DOMContentLoaded",e):e(),window.document$?.subscribe(e)}function S(e,t){for(let n of E(e))n.dataset.callsheetReady===void 0&&
(n.dataset.callsheetReady="",t(n))}var K="callsheet:reveal";function pe(){let e=document.getElementById(j(location.hash));if(!e?.closest(".callsheet"))return;
let t=!1;for(let n=e;n;n=n.parentElement)n instanceof HTMLDetailsElement&&!n.open&&(n.open=!0,t=!0);e.hidden&&(e.closest(
"table")?.dispatchEvent(new Event(K)),t=!0),t&&e.scrollIntoView()}function j(e){try{return decodeURIComponent(e.slice(1))}catch{
return e.slice(1)}}function fe(){let e=new Set;addEventListener("hashchange",pe),addEventListener("beforeprint",()=>{for(let t of E(
".callsheet details:not([open])")){let n=t;n.open=!0,e.add(n)}}),addEventListener("afterprint",()=>{for(let t of e)t.open=
!1;e.clear()}),m(pe)}var me="";function he(e){me=new URL("../../",e.src).href}function U(e){return me+e}function W(e){return U(`assets/callsh\
eet/${e}`)}var z=new Map;function N(e){let t=z.get(e);return t||(t=new Promise((n,o)=>{let s=()=>{z.delete(e),o(new Error(
`${e} cannot be loaded`))};document.head.append(l("script",{src:W(e),load:n,error:s}))}),z.set(e,t)),t}function Ye(){return new Promise(e=>{let t=W("console/console.css");document.head.append(l("link",{rel:"stylesheet",href:t,
load:e,error:e}))})}async function Ge(e){let{callsheet:t}=window;t.toggleConsole||await Promise.all([N("console/console.\
js"),Ye()]),await t.toggleConsole?.(e)}function Xe(e){let t=k(),n=!1,o=l("button",{type:"button",class:"callsheet-button",
"aria-expanded":"false",async click(){if(!n){n=!0;try{await Ge(o),t.textContent=""}catch(s){t.textContent="It cannot be \
loaded.",reportError(s)}finally{n=!1}}}},"Try it");e.append(t,o)}function ge(){m(()=>S(".callsheet-route",Xe))}function Je(){let e=document.querySelector(".md-sidebar--secondary .md-nav--secondary"),t=document.querySelector(".md-na\
v--primary .md-nav__item--active > .md-nav__link--active");!e?.querySelector("li")||!t||document.getElementById("__toc")||
(t.before(l("input",{class:"md-nav__toggle md-toggle",type:"checkbox",id:"__toc"}),l("label",{class:t.className,for:"__t\
oc"},...t.cloneNode(!0).childNodes,l("span",{class:"md-nav__icon md-icon"}))),t.after(e.cloneNode(!0)))}function we(){m(
Je)}function _(e,...t){let n=l("button",{type:"button",class:"callsheet-button callsheet-close","aria-label":"Close",click(){
s.close()}},"×"),o=t.filter(a=>a!==!1),s=l("dialog",{class:"callsheet callsheet-dialog md-typeset","aria-label":e,close(){
s.remove()},click(a){a.target===s&&s.close()}},l("div",{},l("h2",{},e),...o,n));return document.body.append(s),s.showModal(),
s}var be=new Set(["get","head","post","put","patch","delete","options"]);function Ee([e,t,n,o,s,a]){let r=[t,n,o,s].join("\
 ").toLowerCase();return{method:e,route:t,label:n,uid:o,summary:s,url:a,text:r}}function Y(e){return e.toLowerCase().split(
/\s+/).filter(Boolean)}function ye(e,t){let n=Y(t),o=e.filter(({method:r,text:i})=>n.every(c=>be.has(c)?r.toLowerCase()===
c:i.includes(c))),[s=""]=n.filter(r=>!be.has(r));return s?o.map(r=>({operation:r,rank:Ze(r,s)})).sort((r,i)=>r.rank-i.rank).
map(({operation:r})=>r):o}function Ze({uid:e,route:t,label:n},o){return e.toLowerCase()===o?0:n.toLowerCase().startsWith(
o)?1:t.toLowerCase().includes(`/${o}`)?2:`${t} ${n}`.toLowerCase().includes(o)?3:4}var Qe="M4 5h16v2H4zm0 6h9v2H4zm0 6h7v2H4zm12.5-5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7m0-2a5.5 5.5 0 1 0 3.2 10l2.6 2.6 1\
.4-1.4-2.6-2.6A5.5 5.5 0 0 0 16.5 10",G=50,X=null;async function et(){return X||(await N("operations.js"),X=window.callsheetOperations.
map(Ee)),X}function tt({method:e,route:t,label:n,summary:o,url:s}){return l("li",{},l("a",{href:U(s)},M(e),l("span",{},l(
"strong",{},n),l("code",{},t),l("small",{},o))))}async function xe(){if(document.querySelector("dialog[open]"))return;let e=l(
"p",{role:"status",class:"callsheet-note"},"Loading …"),t=l("ul",{class:"callsheet-found"}),n=l("input",{type:"text",class:"\
callsheet-input","aria-label":"Method, path, words or uid",placeholder:"Method, path, words or uid",autocomplete:"off",spellcheck:"\
false"}),o=i=>l("kbd",{},i),s=[o("Ctrl K")," opens this list, ",o("↑")," ",o("↓")," move in it, ",o("Enter")," goes \
to the page, ",o("Esc")," closes."],a=l("p",{class:"callsheet-note"},...s),r=_("Find an operation",n,e,t,a);r.addEventListener(
"keydown",i=>nt(i,n,t)),t.addEventListener("click",i=>{i.target.closest("a")&&r.close()});try{let i=await et(),c=()=>{let d=ye(
i,n.value);t.replaceChildren(...d.slice(0,G).map(tt));let p=d.length===1?"1 operation":`${d.length||"No"} operations`,f=d.
length>G?`, the first ${G} of them below`:"";e.textContent=`${p}${f}.`};n.addEventListener("input",c),c()}catch{e.textContent=
"The list of operations cannot be loaded."}}function nt(e,t,n){let o=[...n.querySelectorAll("a")],s=document.activeElement;
if(e.key==="Enter"&&s===t)e.preventDefault(),o[0]?.click();else if(e.key==="ArrowDown"||e.key==="ArrowUp"){e.preventDefault();
let r=o.indexOf(s)+(e.key==="ArrowDown"?1:-1);(r<0?t:o[Math.min(r,o.length-1)]??t).focus()}}function ot(e){let t=e;return t.
isContentEditable||/^(input|textarea|select)$/i.test(t.tagName)}function st(){if(document.querySelector(".callsheet-find\
er"))return;let e=l("button",{type:"button",class:"callsheet-finder","aria-haspopup":"dialog",title:"Find an operation (\
Ctrl K)","aria-label":"Find an operation",click:xe},q(Qe)),t=document.querySelector(".md-header__title");t?(e.classList.
add("md-header__button","md-icon"),t.after(e)):document.querySelector(".callsheet")?.prepend(e)}function $e(){addEventListener(
"keydown",e=>{(e.ctrlKey||e.metaKey)&&!e.altKey&&!e.shiftKey&&e.key.toLowerCase()==="k"&&!ot(e.target)&&(e.preventDefault(),
xe())}),m(st)}var rt="uid/";function Ae(){let e=document.querySelector("[data-callsheet-uids]"),t=j(location.hash);if(!e||!t)return;let n=document.
getElementById(t)?.querySelector("a");n&&e.contains(n)?location.replace(n.href):(e.querySelector("[role=status]")?.remove(),
e.prepend(l("p",{role:"status"},`No operation has the uid ${t}.`)))}function Se(){addEventListener("hashchange",Ae),m(()=>{
let e=U(rt),t=location.href.split(/[?#]/)[0],[,n]=/^([^/]+)\/?$/.exec(t.slice(e.length))??[];t.startsWith(e)&&n&&n!=="in\
dex.html"?location.replace(`${e}index.html#${n}`):Ae()})}function P(e,t,n){if(!t)return e;if(/^(bash|sh|shell|console|curl)$/.test(n))return t==="'"?e.replaceAll("'","'\\''"):e.
replace(/[\\"$`]/g,"\\$&");if(/^(powershell|pwsh)$/.test(n))return t==="'"?e.replace(/['\u2018-\u201b]/g,"$&$&"):e.replace(
/["$`\u201c-\u201e]/g,"`$&");let o=e.replaceAll("\\","\\\\").replaceAll(t,`\\${t}`);return t!=='"'?o:/^(php|perl|kotlin|dart|groovy)$/.
test(n)?o.replaceAll("$","\\$"):n==="ruby"?o.replaceAll("#","\\#"):o}function R(e,t){let n=null;return{get(){try{return window[e].getItem(t)}catch{return n}},set(o){n=o;try{o===null?window[e].
removeItem(t):window[e].setItem(t,o)}catch{}}}}var Q=R("sessionStorage","callsheet.values"),Ce=new Set,I=new Map,ve=["user","password","token","key","keyName"];function ke(){
try{return JSON.parse(Q.get()??"")??{}}catch{return{}}}function J(){return globalThis.location?.pathname??""}var y={get:()=>({
...ke(),...Object.fromEntries(I.get(J())??[])}),set(e,t){let n={...ke(),[e]:t};t||delete n[e],ve.includes(e)&&(n.mark=Math.
random().toString(36).slice(2)),ve.some(o=>n[o])||delete n.mark,I.get(J())?.delete(e),Q.set(Object.keys(n).length?JSON.stringify(
n):null),Z()},setHere(e){I.set(J(),new Map(e)),Z()},forget(){Q.set(null),I.clear(),Z()},onChange(e){Ce.add(e)}};function Z(){
for(let e of Ce)e()}var x={base:/^https?:\/\/[^\s"'`\\$<>?#]+$/i,token:/^[\w.~+/=:-]+$/,key:/^[\w.~+/=:-]+$/,keyName:/^[\w-]+$/,
path:/^[\w.~-]+$/,number:/^-?\d+(\.\d+)?$/},v="API key",at="X-API-Key";function B(){let t=document.querySelector("[data-\
callsheet-schemes]")?.dataset.callsheetSchemes?.split(" ")??[];return[...new Set(["Basic","Bearer",...t,v,y.get().scheme??
"Basic"])]}function V(e){if(e.scheme===v)return e.key?[e.keyName??at,e.key]:null;let t=ee(e);return t?["Authorization",t]:
null}function ee({scheme:e="Basic",user:t,password:n,token:o}){if(e===v)return"";if(e!=="Basic")return o?`${e} ${o}`:"";
if(!t||!n)return"";let s=new TextEncoder().encode(`${t}:${n}`);return`Basic ${btoa(String.fromCharCode(...s))}`}var O="••••••",Le={setting:/^const (\w+) = (?:process\.env\.(\w+) \?\? .*|needed\("(\w+)"\));$/gm,write:(e,t,n)=>`\
const ${e} = process.env.${t} ?? ${n};`,login:/btoa\(|answerChallenge\(/,uses:[/^ {4}[\w"-]+: .*\bSECRET\b.*,\n/gm,/^url\.searchParams\.append\(.*\bSECRET\b.*\);\n/gm],
header:[[/^const response = .*\{\n(?: {2}method: .*\n)? {2}headers: \{\n/m,`    "NAME": "VALUE",
`],[/^const response = .*\{\n(?: {2}method: .*\n)?/m,`  headers: {
    "NAME": "VALUE",
  },
`]]},Te={setting:/\{\{\$processEnv (\w+)\}\}/g,write:(e,t,n)=>n,quote:"",isInline:!0,uses:[/^(?:Authorization|NAME):.*\n?/gim,
/^[\w-]+: .*\{\{\$processEnv .*\n?/gm],header:[[/^[A-Z]+ (?:\{\{baseUrl\}\}|https?:|\/).*\n?/m,`NAME: VALUE
`]]},te={python:{setting:/^([A-Z]\w*) = os\.environ(?:\.get\("(\w+)", (?:"[^"\n]*"|'[^'\n]*')\)|\["(\w+)"\])$/gm,write:(e,t,n)=>`${e}\
 = os.environ.get("${t}", ${n})`,login:/\bauth=/,uses:[/\n {4}auth=.*\),(?=\n)/g,/\bauth=\w*\([^()\n]*\), /g,/\n {8}"[\w-]+": .*\bSECRET\b.*,(?=\n)/g,
/"[\w-]+": (?:f"[^"\n]*\{SECRET\}[^"\n]*"|SECRET\b)(?:, )?/g],header:[[/^response = requests\.[\s\S]*?\bheaders=\{(?=\n)/m,
`
        "NAME": "VALUE",`],[/^response = requests\.[\s\S]*?\bheaders=\{/m,'"NAME": "VALUE", '],[/^response = requests\.[\s\S]*?\n {4}(?=timeout=)/m,
`headers={"NAME": "VALUE"},
    `],[/^response = requests\.[\s\S]*?(?=timeout=)/m,'headers={"NAME": "VALUE"}, ']]},bash:{setting:/^(\w+)=(?:'(?:[^'\n]|'\\'')*'\n\1=)?"\$\{(\w+):(?:-[^}"\n]*|\?is not set)\}"$/gm,
write(e,t,n){let o=n.slice(1,-1);return/^[^\s\\'"$`{}]*$/.test(o)?`${e}="\${${t}:-${o}}"`:`${e}=${n}
${e}="\${${t}:-$${e}}"`},quote:"'",login:/^ {2}--user /m,uses:[/^ {2}--digest \\\n/gm,/^ {2}--(?:user|header|url-query) ".*\$\{?SECRET\b.*" \\\n/gm],
header:[[/^curl .*\\\n/m,`  --header 'NAME: VALUE' \\
`]]},powershell:{setting:/^\$(\w+) = if \(\$env:(\w+)\) \{ \$env:\2 \} else \{ .* \}$/gm,write:(e,t,n)=>`$${e} = if ($en\
v:${t}) { $env:${t} } else { ${n} }`,quote:"'",login:/'Basic ' \+ |^ {4}Credential = /m,uses:[/^ {8}[\w'-]+ = .*\$SECRET\b.*\n/gm,
/^ {4}Credential = .*\n/gm,/^\$query\.Add\(.*\$SECRET\b.*\)\n/gm],header:[[/^ {4}Headers = @\{\n/m,`        'NAME' = 'VA\
LUE'
`],[/^ {4}Uri = .*\n/m,`    Headers = @{
        'NAME' = 'VALUE'
    }
`]]},javascript:Le,typescript:Le,csharp:{setting:/^var (\w+) = Environment\.GetEnvironmentVariable\("(\w+)"\) \?\? .*;$/gm,
write:(e,t,n)=>`var ${e} = Environment.GetEnvironmentVariable("${t}") ?? ${n};`,login:/"Basic", |"Digest", /,uses:[/^request\.Headers\.Authorization = new AuthenticationHeaderValue\(\n.*\bSECRET\b.*\n/gm,
/^request\.Headers\.\w+\(.*\bSECRET\b.*\);\n/gm,/^query\.Add\(.*\bSECRET\b.*\);\n/gm],header:[[/^using var request = .*\n/m,
`request.Headers.TryAddWithoutValidation("NAME", "VALUE");
`]]},php:{setting:/^\$(\w+) = getenv\('(\w+)'\) \?: .*;$/gm,write:(e,t,n)=>`$${e} = getenv('${t}') ?: ${n};`,quote:"'",login:/^ {4}CURLOPT_USERPWD/m,
uses:[/^ {4}CURLOPT_(?:HTTPAUTH|USERPWD) => .*\n/gm,/^ {8}'[\w-]+: .*\$SECRET\b.*,\n/gm],header:[[/^ {4}CURLOPT_HTTPHEADER => \[\n/m,
`        'NAME: VALUE',
`],[/^curl_setopt_array\(.*\n/m,`    CURLOPT_HTTPHEADER => ['NAME: VALUE'],
`]]},http:Te,text:Te};function Ne(e){return Object.hasOwn(te,e)}function Re(e,t,n,o){let s=Object.hasOwn(te,t)?te[t]:void 0,
a=V(n);if(!s||!a)return[];let r=lt(e,s);return(ct(e,t,s,r,n)??(o?[]:it(e,s,r,a))).sort(H)}function H(e,t){return e.start-
t.start||e.end-t.end}function lt(e,{setting:t}){return t?[...e.matchAll(t)].map(n=>({start:n.index,end:n.index+n[0].length,
name:n[1],variable:n[2]??n[3]??n[1]})).filter(({name:n})=>!/^base_?url$/i.test(n)):[]}function ct(e,t,n,o,s){let{write:a,
quote:r='"',login:i}=n;if(!a||!o.length)return null;let{scheme:c="Basic",user:d="",password:p="",token:f="",key:g=""}=s,
u=i?.test(e)??!1,w=u?o.slice(2):o,$=({name:h},A)=>new RegExp(`Authorization.*?${A}.*\\b${h}\\b`,"i").test(e),b=[];return c===
"Basic"?u&&o.length>1&&(b=[[o[0],d,!1],[o[1],p,!0]]):c===v?b=w.filter(h=>!$(h,"")).map(h=>[h,g,!0]):b=w.filter(h=>$(h,`[\
"'\`: ]${c} `)).map(h=>[h,f,!0]),b.length?[...b.map(([{start:h,end:A,name:L,variable:T},ce,Ke])=>{let ie=je=>r+P(je,r,t)+
r;return{start:h,end:A,text:a(L,T,ie(ce)),shown:a(L,T,Ke?r+O+r:ie(ce))}}),...Oe(e,new Set(b.map(([{variable:h}])=>h)))]:
null}function Oe(e,t){let n=/^for needed in \((.*)\):\n(?: {4}.*\n)+/m.exec(e);if(!n)return[];let o=n[1].match(/"\w+"/g)?.
filter(r=>!t.has(r.slice(1,-1)))??[],s=`${o.join(", ")}${o.length===1?",":""}`,a=o.length?n[0].replace(n[1],s):"";return[
{start:n.index,end:n.index+n[0].length,text:a,shown:a}]}function it(e,{uses:t,header:n,isInline:o},s,[a,r]){let i=s.map(
d=>d.name).join("|")||"(?!)",c=o?[]:s.map(({start:d,end:p})=>({start:d,end:p+1,text:"",shown:""}));c.push(...Oe(e,new Set(
s.map(({variable:d})=>d))));for(let{source:d,flags:p}of t){let f=d.replaceAll("SECRET",`(?:${i})`).replaceAll("NAME",a),
g=new RegExp(f,p);for(let u of e.matchAll(g)){let[w,$]=[u.index,u.index+u[0].length];c.some(C=>w<C.end&&C.start<$)||c.push(
{start:w,end:$,text:"",shown:""})}}if(dt(e,c,new RegExp(`\\b(?:${i})\\b`)))return[];for(let[d,p]of n){let f=d.exec(e);if(!f)
continue;let g=f.index+f[0].length,u=a==="Authorization"?`${r.split(" ")[0]} ${O}`:O,w=b=>p.replace("NAME",()=>a).replace(
"VALUE",()=>b),$={start:g,end:g,text:w(r),shown:w(u)};return c.some(({start:b,end:C})=>b<g&&g<C)?[]:[...c,$]}return[]}function dt(e,t,n){
let o=0,s="";for(let{start:a,end:r}of[...t].sort(H))s+=e.slice(o,a),o=r;return n.test(s+e.slice(o))}var ne=new WeakMap;function ut({fill:e,quote:t='"',language:n},o){let{user:s,password:a}=(o.scheme??"Basic")==="Basic"?o:
{},r=s&&a,i=p=>({text:P(p,t,n),shown:O}),c=p=>({text:p,shown:p});if(e==="base")return o.base?c(o.base):null;if(e==="auth\
orization"){let p=ee(o);return p?{text:p,shown:`${p.split(" ")[0]} ${O}`}:null}if(e==="user")return r?c(P(s,t,n)):null;if(e===
"password")return r?i(a):null;if(e==="credentials")return r?i(`${s}:${a}`):null;let d=o[e];return d&&(t||x.number.test(d))?
c(d):null}function oe(e){return E("[data-fill]",e)}function se(e){return e.closest("[data-language]")?.dataset.language??
""}function Pe(e){let t=ne.get(e);if(t)return t;let n=e.cloneNode(!0);return ne.set(e,n),n}function pt(e){let t=e.closest(
".callsheet-variant")?.getAttribute("aria-labelledby"),n=t?document.getElementById(t):null;return e.closest(".callsheet-\
outcome")!==null||!!n?.querySelector(".callsheet-status")}function qe(e,t){let n=y.get(),o=se(e),s=Re(t.textContent??"",
o,n,pt(e)),a=document.createRange();for(let r of oe(t)){let{fill:i="",quote:c}=r.dataset,d=ut({fill:i,quote:c,language:o},
n);if(!d)continue;a.selectNodeContents(t),a.setEndBefore(r);let p=a.toString().length,f=p+(r.textContent??"").length;s.some(
u=>p<u.end&&u.start<f)||s.push({start:p,end:f,...d})}return s.sort(H)}function ft(e,{start:t,end:n,shown:o}){let s=document.
createRange(),a=document.createTreeWalker(e,NodeFilter.SHOW_TEXT),r=0,i=!1;for(let c=a.nextNode();c;c=a.nextNode()){let{
length:d}=c;if(!i&&t<r+d&&(s.setStart(c,t-r),i=!0),i&&n<=r+d){s.setEnd(c,n-r);break}r+=d}s.deleteContents(),o&&s.insertNode(
l("span",{class:"callsheet-filled"},o))}function Ue(){let e=!Object.keys(y.get()).length;for(let t of E("[data-language]\
 pre > code")){if(e&&!ne.has(t))continue;let n=Pe(t),o=n.cloneNode(!0);for(let s of qe(t,n).reverse())ft(o,s);t.replaceChildren(
...o.childNodes)}}function re(e){let t=Pe(e),n=t.textContent??"";for(let o of qe(e,t).reverse())n=n.slice(0,o.start)+o.text+
n.slice(o.end);return n}function Me(){y.onChange(Ue),m(Ue)}async function D(e){try{return await navigator.clipboard.writeText(e),!0}catch{let t=l("textarea",{readonly:!0,class:"ca\
llsheet-offscreen"});t.value=e,document.body.append(t),t.select();let n=document.execCommand("copy");return t.remove(),n}}
function F(e,t){let n=URL.createObjectURL(new Blob([e],{type:"text/plain"}));l("a",{href:n,download:t}).click(),setTimeout(
()=>URL.revokeObjectURL(n),1e3)}function _e(){let e=oe(),t=[...new Set(e.map(u=>u.dataset.fill??""))],n=t.filter(u=>u.startsWith("path:")),o=l("p",{class:"\
callsheet-note",role:"status"}),s=y.get(),a=(u,w,$,b,C="text")=>{let h=`callsheet-value-${u}`,A=l("input",{id:h,type:C,autocomplete:"\
off",spellcheck:"false","data-value":u,input(){let L=u==="base"?A.value.trim().replace(/\/+$/,""):A.value.trim(),T=!L||!$||
$.test(L);A.setAttribute("aria-invalid",String(!T)),o.textContent=T?"":`${w}: ${b}`,y.set(u,T?L:"")}});return A.value=s[u]??
"",l("p",{class:"callsheet-field"},l("label",{for:h},w),A)},r=l("select",{id:"callsheet-value-scheme",change(){y.set("sc\
heme",r.value),f()}},...B().map(u=>l("option",{value:u},u)));r.value=s.scheme??"Basic";let i=l("div",{},a("user","User",
null,""),a("password","Password",null,"","password")),c="letters, digits and . _ ~ + / = : - only.",d=l("div",{},a("toke\
n","Token",x.token,c,"password")),p=l("div",{},a("keyName","Header field",x.keyName,"letters, digits, _ and - only."),a(
"key","Key",x.key,c,"password"));p.querySelector("input").placeholder="X-API-Key";let f=()=>{i.hidden=r.value!=="Basic",
p.hidden=r.value!==v,d.hidden=!i.hidden||!p.hidden};f();let g=u=>e.some(({dataset:w})=>w.quote===""&&w.fill===u);_("Your\
 values",l("p",{},"They are filled into the samples of every page, stay in this tab until you close it, and are sent now\
here."),t.includes("base")&&a("base","Address of the server",x.base,"an address such as https://example.com/tenant."),l(
"p",{class:"callsheet-field"},l("label",{for:r.id},"Authentication"),r),i,d,p,l("p",{class:"callsheet-note"},"Programs t\
hat sign in by another scheme are changed to this one, where that is possible."),...n.map(u=>g(u)?a(u,u.slice(5),x.number,
"a number, please."):a(u,u.slice(5),x.path,"letters, digits and . _ ~ - only.")),o,l("p",{},l("button",{type:"button",class:"\
callsheet-button",click(){y.forget();for(let u of E("[data-value]"))u.value="";r.value="Basic",f(),o.textContent="Forgot\
ten."}},"Forget all")))}var mt="M19 21H8V7h11m0-2H8a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h11a2 2 0 0 0 2-2V7a2 2 0 0 0-2-2m-3-4H4a2 2 0 0 0-2 2v14h2V3h\
12z",ht="M5 20h14v-2H5m14-9h-4V3H9v6H5l7 7z",Ie="callsheet:language",Be={ArrowRight:1,ArrowLeft:-1},Ve=R("localStorage",
"callsheet.language");function He(e){return E(":scope > input",e)}function ae(e){return e.nextElementSibling}function gt(e){
let t=He(e),n=t.map(r=>{let i=ae(r),c=i.nextElementSibling;c.id=`${r.id}-panel`;let d=l("button",{type:"button",role:"ta\
b",id:`${r.id}-tab`,"aria-controls":c.id,click(){o(d,!0)}},i.textContent??"");return c.setAttribute("role","tabpanel"),c.
setAttribute("aria-labelledby",d.id),r.hidden=!0,i.hidden=!0,d}),o=(r,i)=>{if(n.forEach((c,d)=>{c.setAttribute("aria-sel\
ected",String(c===r)),c.tabIndex=c===r?0:-1,t[d].checked=c===r}),!!i){Ve.set(r.textContent);for(let c of E(".callsheet-t\
abs",e.closest(".callsheet-variants")??e))c!==e&&c.dispatchEvent(new Event(Ie))}},s=l("div",{role:"tablist",class:"calls\
heet-tablist","aria-label":"Language of the sample",keydown(r){let i=n.indexOf(document.activeElement),c=wt(r.key,i,n.length,
getComputedStyle(e).direction==="rtl");c<0||i<0||(r.preventDefault(),n[c].focus(),o(n[c],!0))}},...n);e.prepend(s);let a=()=>{
let r=Ve.get(),i=n.find(c=>c.textContent===r);o(i??n[t.findIndex(c=>c.checked)]??n[0],!1)};e.addEventListener(Ie,a),a()}
function wt(e,t,n,o){return e==="Home"?0:e==="End"?n-1:Object.hasOwn(Be,e)?(t+(o?-1:1)*Be[e]+n)%n:-1}function bt(e){let t=He(
e),n=e.querySelector(".callsheet-choice"),o=l("select",{"aria-labelledby":n.id,change(){t[o.selectedIndex].checked=!0}},
...t.map(s=>l("option",{},ae(s).textContent??"")));o.selectedIndex=t.findIndex(s=>s.checked);for(let s of t)s.hidden=!0,
ae(s).hidden=!0;n.after(o)}function Et(e){let t=e.querySelector("pre > code"),n=e.querySelector(".callsheet-file");if(!t||
!n)return;let o=k(),s=(c,d,p)=>l("button",{type:"button",class:"callsheet-icon",title:c,"aria-label":c,click:p},q(d)),a=n.
querySelector("code")?.textContent,r=l("span",{class:"callsheet-actions"},o);(e.querySelector("[data-fill]")||Ne(se(t)))&&
r.append(l("button",{type:"button",class:"callsheet-button","aria-haspopup":"dialog",click:_e},"Your values"));let i=async()=>{
o.textContent=await D(re(t))?"Copied":"Select the text to copy it",setTimeout(()=>{o.textContent=""},2e3)};r.append(s("C\
opy",mt,i)),a&&r.append(s(`Download ${a}`,ht,()=>F(re(t),a))),n.append(r)}function De(){m(()=>{S(".callsheet-tabs",gt),S(
".callsheet-variants--many",bt),S(".callsheet-panel, .callsheet-program",Et)})}var le={};We(le,{API_KEY:()=>v,VALID:()=>x,badge:()=>M,copy:()=>D,credentials:()=>V,load:()=>N,make:()=>l,onPage:()=>m,save:()=>F,
schemes:()=>B,statusNote:()=>k,storedText:()=>R,values:()=>y});var yt=16;function xt(e){let t=e.nextElementSibling,n=[...t.tBodies[0].rows];n.length>=yt&&e.append(...$t(t,n)),t.querySelectorAll(
"details").length>1&&e.append(At(t))}function $t(e,t){let n=k(),o=e.getAttribute("aria-label")??"Rows",s=null,a=()=>{s??=
t.map(p=>(p.textContent??"").toLowerCase());let i=s,c=Y(r.value),d=0;t.forEach((p,f)=>{let g=c.every(u=>i[f].includes(u));
p.hidden=!g,g&&(d+=1)}),n.textContent=c.length?`${d} of ${t.length} rows`:""},r=l("input",{type:"search",class:"callshee\
t-input","aria-label":`Filter: ${o}`,placeholder:`Filter ${t.length} rows`,input:a});return e.addEventListener(K,()=>{r.
value="",a()}),[r,n]}function At(e){let t=[...e.querySelectorAll("details")],n=l("button",{type:"button",class:"callshee\
t-button",click(){let s=t.some(a=>!a.open);for(let a of t)a.open=s;o()}}),o=()=>{n.textContent=t.every(s=>s.open)?"Colla\
pse all":"Expand all"};for(let s of t)s.addEventListener("toggle",o);return o(),n}var St={TABLE:"table",THEAD:"rowgroup",
TBODY:"rowgroup",TR:"row",TH:"columnheader",TD:"cell"};function vt(e){let{rows:t,tBodies:n,tHead:o}=e,s=[...t].flatMap(a=>[
...a.cells]);for(let a of[e,o,...n,...t,...s])a?.setAttribute("role",St[a.tagName])}function Fe(){m(()=>{S(".callsheet-t\
ools",xt),S(".callsheet-table",vt)})}he(document.currentScript);window.callsheet={...le};De();Me();Fe();fe();we();$e();Se();ge();ue();})();
