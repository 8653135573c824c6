/*! Made by `make javascript`: sources 438f1e94dee62197, code 877acfbd0af77cdb */
"use strict";(()=>{var We=Object.defineProperty;var ze=(e,t)=>{for(var n in t)We(e,n,{get:t[n],enumerable:!0})};function l(e,t={},...n){let o=document.createElement(e);for(let[s,a]of Object.entries(t))typeof a=="function"?o.addEventListener(
s,a):a!==!1&&o.setAttribute(s,a===!0?"":String(a));return o.append(...n),o}function O(e){let t=document.createElementNS(
"http://www.w3.org/2000/svg","svg");t.setAttribute("viewBox","0 0 24 24"),t.setAttribute("aria-hidden","true");let n=document.
createElementNS(t.namespaceURI,"path");return n.setAttribute("d",e),t.append(n),t}function de(e){let t=e.toLowerCase();return l(
"span",{class:`callsheet-method callsheet-method--${t}`},e)}function w(e,t=document){return[...t.querySelectorAll(e)]}function L(e="\
callsheet-said"){return l("span",{role:"status",class:e})}var ue=[];function m(e){ue.push(e)}function pe(){let e=()=>{for(let t of ue)t()};document.readyState==="loading"?addEventListener(
"DOMContentLoaded",e):e(),window.document$?.subscribe(e)}function S(e,t){for(let n of w(e))n.dataset.callsheetReady===void 0&&
(n.dataset.callsheetReady="",t(n))}var j="callsheet:reveal";function fe(){let e=document.getElementById(W(location.hash));if(!e?.closest(".callsheet"))return;
let t=!1;for(let n=e;n;n=n.parentElement)n instanceof HTMLDetailsElement&&!n.open&&(n.open=!0,t=!0);e.hidden&&(e.closest(
"table")?.dispatchEvent(new Event(j)),t=!0),t&&e.scrollIntoView()}function W(e){try{return decodeURIComponent(e.slice(1))}catch{
return e.slice(1)}}function me(){let e=new Set;addEventListener("hashchange",fe),addEventListener("beforeprint",()=>{for(let t of w(
".callsheet details:not([open])")){let n=t;n.open=!0,e.add(n)}}),addEventListener("afterprint",()=>{for(let t of e)t.open=
!1;e.clear()}),m(fe)}var he="";function ge(e){he=new URL("../../",e.src).href}function P(e){return he+e}function Y(e){return P(`assets/callsh\
eet/${e}`)}var z=new Map;function R(e){let t=z.get(e);return t||(t=new Promise((n,o)=>{let s=()=>{z.delete(e),o(new Error(
`${e} cannot be loaded`))};document.head.append(l("script",{src:Y(e),load:n,error:s}))}),z.set(e,t)),t}function Ye(){return new Promise(e=>{let t=Y("console/console.css");document.head.append(l("link",{rel:"stylesheet",href:t,
load:e,error:e}))})}async function Ge(e){let{callsheet:t}=window;t.toggleConsole||await Promise.all([R("console/console.\
js"),Ye()]),await t.toggleConsole?.(e)}function Xe(e){let t=L(),n=!1,o=l("button",{type:"button",class:"callsheet-button",
"aria-expanded":"false",async click(){if(!n){n=!0;try{await Ge(o),t.textContent=""}catch(s){t.textContent="It cannot be \
loaded.",reportError(s)}finally{n=!1}}}},"Try it");e.append(t,o)}function Ee(){m(()=>S(".callsheet-route",Xe))}function Je(){let e=document.querySelector(".md-sidebar--secondary .md-nav--secondary"),t=document.querySelector(".md-na\
v--primary .md-nav__item--active > .md-nav__link--active");!e?.querySelector("li")||!t||document.getElementById("__toc")||
(t.before(l("input",{class:"md-nav__toggle md-toggle",type:"checkbox",id:"__toc"}),l("label",{class:t.className,for:"__t\
oc"},...t.cloneNode(!0).childNodes,l("span",{class:"md-nav__icon md-icon"}))),t.after(e.cloneNode(!0)))}function be(){m(
Je)}function Ze(e){let t=[...e.parentElement?.children??[]].filter(o=>o!==e),n=l("input",{type:"search","aria-label":"Filter\
 the operations of this group",placeholder:`Filter ${t.length}`,input(){let o=n.value.toLowerCase().split(/\s+/).filter(
Boolean);for(let s of t){let a=s.querySelector("a"),r=`${s.textContent} ${a?.title} ${a?.pathname}`.toLowerCase();s.hidden=
!o.every(i=>r.includes(i))}}});e.append(n)}function we(){m(()=>S(".callsheet-filter",Ze))}var Qe="uid/";function Se(){let e=document.querySelector("[data-callsheet-uids]"),t=W(location.hash);if(!e||!t)return;let n=document.
getElementById(t)?.querySelector("a");n&&e.contains(n)?location.replace(n.href):(e.querySelector("[role=status]")?.remove(),
e.prepend(l("p",{role:"status"},`No operation has the uid ${t}.`)))}function ye(){addEventListener("hashchange",Se),m(()=>{
let e=P(Qe),t=location.href.split(/[?#]/)[0],[,n]=/^([^/]+)\/?$/.exec(t.slice(e.length))??[];t.startsWith(e)&&n&&n!=="in\
dex.html"?location.replace(`${e}index.html#${n}`):Se()})}function _(e,t,n){if(!t)return e;if(/^(bash|sh|shell|console|curl)$/.test(n))return t==="'"?e.replaceAll("'","'\\''"):e.
replace(/[\\"$`]/g,"\\$&");if(/^(powershell|pwsh)$/.test(n))return t==="'"?e.replace(/['\u2018-\u201b]/g,"$&$&"):e.replace(
/["$`\u201c-\u201e]/g,"`$&");let o=e.replaceAll("\\","\\\\").replaceAll(t,`\\${t}`);return t!=='"'?o:/^(php|perl|kotlin|dart|groovy)$/.
test(n)?o.replaceAll("$","\\$"):n==="ruby"?o.replaceAll("#","\\#"):o}function N(e,t){let n=null;return{get(){try{return window[e].getItem(t)}catch{return n}},set(o){n=o;try{o===null?window[e].
removeItem(t):window[e].setItem(t,o)}catch{}}}}var J=N("sessionStorage","callsheet.values"),Ae=new Set,I=new Map,$e=["user","password","token","key","keyName"];function xe(){
try{return JSON.parse(J.get()??"")??{}}catch{return{}}}function G(){return globalThis.location?.pathname??""}var y={get:()=>({
...xe(),...Object.fromEntries(I.get(G())??[])}),set(e,t){let n={...xe(),[e]:t};t||delete n[e],$e.includes(e)&&(n.mark=Math.
random().toString(36).slice(2)),$e.some(o=>n[o])||delete n.mark,I.get(G())?.delete(e),J.set(Object.keys(n).length?JSON.stringify(
n):null),X()},setHere(e){I.set(G(),new Map(e)),X()},forget(){J.set(null),I.clear(),X()},onChange(e){Ae.add(e)}};function X(){
for(let e of Ae)e()}var v={base:/^https?:\/\/[^\s"'`\\$<>?#]+$/i,token:/^[\w.~+/=:-]+$/,key:/^[\w.~+/=:-]+$/,keyName:/^[\w-]+$/,
path:/^[\w.~-]+$/,number:/^-?\d+(\.\d+)?$/},C="API key",et="X-API-Key";function B(){let t=document.querySelector("[data-\
callsheet-schemes]")?.dataset.callsheetSchemes?.split(" ")??[];return[...new Set(["Basic","Bearer",...t,C,y.get().scheme??
"Basic"])]}function M(e){if(e.scheme===C)return e.key?[e.keyName??et,e.key]:null;let t=Z(e);return t?["Authorization",t]:
null}function Z({scheme:e="Basic",user:t,password:n,token:o}){if(e===C)return"";if(e!=="Basic")return o?`${e} ${o}`:"";if(!t||
!n)return"";let s=new TextEncoder().encode(`${t}:${n}`);return`Basic ${btoa(String.fromCharCode(...s))}`}var U="••••••",ve=String.raw`(?<![\w.$"'])SECRET\b(?!["']|\s*:)|\{SECRET\}`,tt=/^\s*(?:\/\/|#).*|^"""[\s\S]*?"""|(?<![$f])"(?:[^"\\\n]|\\.)*"/gm,
Ce={setting:/^const (\w+) =\s+(?:process\.env\.(\w+)\s+\?\? .*|needed\(\s*"(\w+)",?\s*\));$/gm,write:(e,t,n)=>`const ${e}\
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
`]]},ke={setting:/\{\{\$processEnv (\w+)\}\}/g,write:(e,t,n)=>n,quote:"",isInline:!0,used:String.raw`\$processEnv SECRET\b`,
uses:[/^(?:Authorization|NAME):.*\n?/gim,/^[\w-]+: .*\{\{\$processEnv .*\n?/gm],header:[[/^[A-Z]+ (?:\{\{baseUrl\}\}|https?:|\/).*\n?/m,
`NAME: VALUE
`]]},Q={python:{setting:/^([A-Z]\w*) = os\.environ(?:\.get\(\s*"(\w+)",\s+(?:"[^"\n]*"|'[^'\n]*'),?\s*\)|\["(\w+)"\])$/gm,
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
`]]},javascript:Ce,typescript:Ce,csharp:{setting:/^var (\w+) =\s+Environment\.GetEnvironmentVariable\(\s*"(\w+)"\s*\)\s+\?\? .*;$/gm,
write:(e,t,n)=>`var ${e} = Environment.GetEnvironmentVariable("${t}") ?? ${n};`,login:/"(?:Basic|Digest)",\s/,uses:[/^request\.Headers\.Authorization = (?:(?!;\n)[\s\S])*\{SECRET\}(?:(?!;\n)[\s\S])*;\n/gm,
/^request\.Headers\.\w+\((?:(?!;\n)[\s\S])*(?:,\s+SECRET\b|\{SECRET\})(?:(?!;\n)[\s\S])*;\n/gm,/^query\.Add\((?:(?!;\n)[\s\S])*(?:,\s+SECRET\b|\{SECRET\})(?:(?!;\n)[\s\S])*;\n/gm],
header:[[/^using var request = (?:(?!;\n)[\s\S])*;\n/m,`request.Headers.TryAddWithoutValidation("NAME", "VALUE");
`]]},php:{setting:/^\$(\w+) = getenv\('(\w+)'\)\s+\?: .*;$/gm,write:(e,t,n)=>`$${e} = getenv('${t}') ?: ${n};`,quote:"'",
login:/^ {4}CURLOPT_USERPWD/m,used:String.raw`\$\{?SECRET\b`,uses:[/^ {4}CURLOPT_(?:HTTPAUTH|USERPWD) => .*\n/gm,/^ {8}'[\w-]+: .*\$SECRET\b.*,\n/gm],
header:[[/^ {4}CURLOPT_HTTPHEADER => \[\n/m,`        'NAME: VALUE',
`],[/^curl_setopt_array\(.*\n/m,`    CURLOPT_HTTPHEADER => ['NAME: VALUE'],
`]]},http:ke,text:ke};function Te(e){return Object.hasOwn(Q,e)}function Le(e,t,n,o){let s=Object.hasOwn(Q,t)?Q[t]:void 0,
a=M(n);if(!s||!a)return[];let r=nt(e,s);return(ot(e,t,s,r,n)??(o?[]:st(e,s,r,a))).sort(V)}function V(e,t){return e.start-
t.start||e.end-t.end}function nt(e,{setting:t}){return t?[...e.matchAll(t)].map(n=>({start:n.index,end:n.index+n[0].length,
name:n[1],variable:n[2]??n[3]??n[1]})).filter(({name:n})=>!/^base_?url$/i.test(n)):[]}function ot(e,t,n,o,s){let{write:a,
quote:r='"',login:i}=n;if(!a||!o.length)return null;let{scheme:c="Basic",user:p="",password:u="",token:h="",key:k=""}=s,
d=i?.test(e)??!1,E=d?o.slice(2):o,$=({name:f},b)=>new RegExp(`Authorization.*?${b}.*\\b${f}\\b`,"i").test(e),g=[];return c===
"Basic"?d&&o.length>1&&(g=[[o[0],p,!1],[o[1],u,!0]]):c===C?g=E.filter(f=>!$(f,"")).map(f=>[f,k,!0]):g=E.filter(f=>$(f,`[\
"'\`: ]${c} `)).map(f=>[f,h,!0]),g.length?[...g.map(([{start:f,end:b,name:x,variable:A},ce,Ke])=>{let ie=je=>r+_(je,r,t)+
r;return{start:f,end:b,text:a(x,A,ie(ce)),shown:a(x,A,Ke?r+U+r:ie(ce))}}),...Re(e,new Set(g.map(([{variable:f}])=>f)))]:
null}function Re(e,t){let n=/^for needed in \((.*)\):\n(?: {4}.*\n)+/m.exec(e);if(!n)return[];let o=n[1].match(/"\w+"/g)?.
filter(r=>!t.has(r.slice(1,-1)))??[],s=`${o.join(", ")}${o.length===1?",":""}`,a=o.length?n[0].replace(n[1],s):"";return[
{start:n.index,end:n.index+n[0].length,text:a,shown:a}]}function st(e,t,n,[o,s]){let{uses:a,header:r,isInline:i,used:c=ve}=t,
p=n.map(d=>d.name).join("|")||"(?!)",u=i?[]:n.map(({start:d,end:E})=>({start:d,end:E+1,text:"",shown:""}));u.push(...Re(
e,new Set(n.map(({variable:d})=>d))));for(let{source:d,flags:E}of a){let $=d.replaceAll("SECRET",`(?:${p})`).replaceAll(
"NAME",o),g=new RegExp($,E);for(let T of e.matchAll(g)){let[f,b]=[T.index,T.index+T[0].length];u.some(A=>f<A.end&&A.start<
b)||u.push({start:f,end:b,text:"",shown:""})}}let h=rt(e,u);if(new RegExp(c.replaceAll("SECRET",`(?:${p})`)).test(c===ve?
h.replace(tt,""):h))return[];for(let[d,E]of r){let $=d.exec(e);if(!$)continue;let g=$.index+$[0].length,T=o==="Authoriza\
tion"?`${s.split(" ")[0]} ${U}`:U,f=x=>E.replace("NAME",()=>o).replace("VALUE",()=>x),b={start:g,end:g,text:f(s),shown:f(
T)};return u.some(({start:x,end:A})=>x<g&&g<A)?[]:[...u,b]}return[]}function rt(e,t){let n=0,o="";for(let{start:s,end:a}of[
...t].sort(V))o+=e.slice(n,s),n=a;return o+e.slice(n)}var ee=new WeakMap;function at({fill:e,quote:t='"',language:n},o){let{user:s,password:a}=(o.scheme??"Basic")==="Basic"?o:
{},r=s&&a,i=u=>({text:_(u,t,n),shown:U}),c=u=>({text:u,shown:u});if(e==="base")return o.base?c(o.base):null;if(e==="auth\
orization"){let u=Z(o);return u?{text:u,shown:`${u.split(" ")[0]} ${U}`}:null}if(e==="user")return r?c(_(s,t,n)):null;if(e===
"password")return r?i(a):null;if(e==="credentials")return r?i(`${s}:${a}`):null;let p=o[e];return p&&(t||v.number.test(p))?
c(p):null}function te(e){return w("[data-fill]",e)}function ne(e){return e.closest("[data-language]")?.dataset.language??
""}function Ue(e){let t=ee.get(e);if(t)return t;let n=e.cloneNode(!0);return ee.set(e,n),n}function lt(e){let t=e.closest(
".callsheet-variant")?.getAttribute("aria-labelledby"),n=t?document.getElementById(t):null;return e.closest(".callsheet-\
outcome")!==null||!!n?.querySelector(".callsheet-status")}function Pe(e,t){let n=y.get(),o=ne(e),s=Le(t.textContent??"",
o,n,lt(e)),a=document.createRange();for(let r of te(t)){let{fill:i="",quote:c}=r.dataset,p=at({fill:i,quote:c,language:o},
n);if(!p)continue;a.selectNodeContents(t),a.setEndBefore(r);let u=a.toString().length,h=u+(r.textContent??"").length;s.some(
d=>u<d.end&&d.start<h)||s.push({start:u,end:h,...p})}return s.sort(V)}function ct(e,{start:t,end:n,shown:o}){let s=document.
createRange(),a=document.createTreeWalker(e,NodeFilter.SHOW_TEXT),r=0,i=!1;for(let c=a.nextNode();c;c=a.nextNode()){let{
length:p}=c;if(!i&&t<r+p&&(s.setStart(c,t-r),i=!0),i&&n<=r+p){s.setEnd(c,n-r);break}r+=p}s.deleteContents(),o&&s.insertNode(
l("span",{class:"callsheet-filled"},o))}function Ne(){let e=!Object.keys(y.get()).length;for(let t of w("[data-language]\
 pre > code")){if(e&&!ee.has(t))continue;let n=Ue(t),o=n.cloneNode(!0);for(let s of Pe(t,n).reverse())ct(o,s);t.replaceChildren(
...o.childNodes)}}function oe(e){let t=Ue(e),n=t.textContent??"";for(let o of Pe(e,t).reverse())n=n.slice(0,o.start)+o.text+
n.slice(o.end);return n}function _e(){y.onChange(Ne),m(Ne)}async function D(e){try{return await navigator.clipboard.writeText(e),!0}catch{let t=l("textarea",{readonly:!0,class:"ca\
llsheet-offscreen"});t.value=e,document.body.append(t),t.select();let n=document.execCommand("copy");return t.remove(),n}}
function H(e,t){let n=URL.createObjectURL(new Blob([e],{type:"text/plain"}));l("a",{href:n,download:t}).click(),setTimeout(
()=>URL.revokeObjectURL(n),1e3)}function F(e,...t){let n=l("button",{type:"button",class:"callsheet-button callsheet-close","aria-label":"Close",click(){
s.close()}},"×"),o=t.filter(a=>a!==!1),s=l("dialog",{class:"callsheet callsheet-dialog md-typeset","aria-label":e,close(){
s.remove()},click(a){a.target===s&&s.close()}},l("div",{},l("h2",{},e),...o,n));return document.body.append(s),s.showModal(),
s}function qe(){let e=te(),t=[...new Set(e.map(d=>d.dataset.fill??""))],n=t.filter(d=>d.startsWith("path:")),o=l("p",{class:"\
callsheet-note",role:"status"}),s=y.get(),a=(d,E,$,g,T="text")=>{let f=`callsheet-value-${d}`,b=l("input",{id:f,type:T,autocomplete:"\
off",spellcheck:"false","data-value":d,input(){let x=d==="base"?b.value.trim().replace(/\/+$/,""):b.value.trim(),A=!x||!$||
$.test(x);b.setAttribute("aria-invalid",String(!A)),o.textContent=A?"":`${E}: ${g}`,y.set(d,A?x:"")}});return b.value=s[d]??
"",l("p",{class:"callsheet-field"},l("label",{for:f},E),b)},r=l("select",{id:"callsheet-value-scheme",change(){y.set("sc\
heme",r.value),h()}},...B().map(d=>l("option",{value:d},d)));r.value=s.scheme??"Basic";let i=l("div",{},a("user","User",
null,""),a("password","Password",null,"","password")),c="letters, digits and . _ ~ + / = : - only.",p=l("div",{},a("toke\
n","Token",v.token,c,"password")),u=l("div",{},a("keyName","Header field",v.keyName,"letters, digits, _ and - only."),a(
"key","Key",v.key,c,"password"));u.querySelector("input").placeholder="X-API-Key";let h=()=>{i.hidden=r.value!=="Basic",
u.hidden=r.value!==C,p.hidden=!i.hidden||!u.hidden};h();let k=d=>e.some(({dataset:E})=>E.quote===""&&E.fill===d);F("Your\
 values",l("p",{},"They are filled into the samples of every page, stay in this tab until you close it, and are sent now\
here."),t.includes("base")&&a("base","Address of the server",v.base,"an address such as https://example.com/tenant."),l(
"p",{class:"callsheet-field"},l("label",{for:r.id},"Authentication"),r),i,p,u,l("p",{class:"callsheet-note"},"Programs t\
hat sign in by another scheme are changed to this one, where that is possible."),...n.map(d=>k(d)?a(d,d.slice(5),v.number,
"a number, please."):a(d,d.slice(5),v.path,"letters, digits and . _ ~ - only.")),o,l("p",{},l("button",{type:"button",class:"\
callsheet-button",click(){y.forget();for(let d of w("[data-value]"))d.value="";r.value="Basic",h(),o.textContent="Forgot\
ten."}},"Forget all")))}var it="M19 21H8V7h11m0-2H8a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h11a2 2 0 0 0 2-2V7a2 2 0 0 0-2-2m-3-4H4a2 2 0 0 0-2 2v14h2V3h\
12z",dt="M5 20h14v-2H5m14-9h-4V3H9v6H5l7 7z",Oe="callsheet:language",Ie={ArrowRight:1,ArrowLeft:-1},Be=N("localStorage",
"callsheet.language");function Me(e){return w(":scope > input",e)}function se(e){return e.nextElementSibling}function ut(e){
let t=Me(e),n=t.map(r=>{let i=se(r),c=i.nextElementSibling;c.id=`${r.id}-panel`;let p=l("button",{type:"button",role:"ta\
b",id:`${r.id}-tab`,"aria-controls":c.id,click(){o(p,!0)}},i.textContent??"");return c.setAttribute("role","tabpanel"),c.
setAttribute("aria-labelledby",p.id),r.hidden=!0,i.hidden=!0,p}),o=(r,i)=>{if(n.forEach((c,p)=>{c.setAttribute("aria-sel\
ected",String(c===r)),c.tabIndex=c===r?0:-1,t[p].checked=c===r}),!!i){Be.set(r.textContent);for(let c of w(".callsheet-t\
abs",e.closest(".callsheet-variants")??e))c!==e&&c.dispatchEvent(new Event(Oe))}},s=l("div",{role:"tablist",class:"calls\
heet-tablist","aria-label":"Language of the sample",keydown(r){let i=n.indexOf(document.activeElement),c=pt(r.key,i,n.length,
getComputedStyle(e).direction==="rtl");c<0||i<0||(r.preventDefault(),n[c].focus(),o(n[c],!0))}},...n);e.prepend(s);let a=()=>{
let r=Be.get(),i=n.find(c=>c.textContent===r);o(i??n[t.findIndex(c=>c.checked)]??n[0],!1)};e.addEventListener(Oe,a),a()}
function pt(e,t,n,o){return e==="Home"?0:e==="End"?n-1:Object.hasOwn(Ie,e)?(t+(o?-1:1)*Ie[e]+n)%n:-1}function ft(e){let t=Me(
e),n=e.querySelector(".callsheet-choice"),o=l("select",{"aria-labelledby":n.id,change(){t[o.selectedIndex].checked=!0}},
...t.map(s=>l("option",{},se(s).textContent??"")));o.selectedIndex=t.findIndex(s=>s.checked);for(let s of t)s.hidden=!0,
se(s).hidden=!0;n.after(o)}function mt(e){let t=e.querySelector("pre > code"),n=e.querySelector(".callsheet-file");if(!t||
!n)return;let o=L(),s=(p,u,h)=>l("button",{type:"button",class:"callsheet-icon",title:p,"aria-label":p,click:h},O(u)),a=n.
querySelector("code")?.textContent,r=l("span",{class:"callsheet-actions"},o);(e.querySelector("[data-fill]")||Te(ne(t)))&&
r.append(l("button",{type:"button",class:"callsheet-button","aria-haspopup":"dialog",click:qe},"Your values"));let i=async()=>{
o.textContent=await D(oe(t))?"Copied":"Select the text to copy it",setTimeout(()=>{o.textContent=""},2e3)},c=w("details",
t);c.length&&r.append(ht(c)),r.append(s("Copy",it,i)),a&&r.append(s(`Download ${a}`,dt,()=>H(oe(t),a))),n.append(r)}function ht(e){
let t=e.map(r=>r.open),n=t.includes(!1)?t:e.map((r,i)=>i===0),o=()=>e.every(r=>r.open),s=l("button",{type:"button",class:"\
callsheet-button",click(){let r=!o();e.forEach((i,c)=>{i.open=r||n[c]})}}),a=()=>{s.textContent=o()?"Fold":"Unfold"};for(let r of e)
r.addEventListener("toggle",a);return a(),s}function Ve(){m(()=>{S(".callsheet-tabs",ut),S(".callsheet-variants--many",ft),
S(".callsheet-panel, .callsheet-program, .callsheet-json",mt)})}var gt="M9.5 3A6.5 6.5 0 0 1 16 9.5c0 1.61-.59 3.09-1.56 4.23l.27.27h.79l5 5-1.5 1.5-5-5v-.79l-.27-.27A6.52 6.52 0 0 1 9\
.5 16 6.5 6.5 0 0 1 3 9.5 6.5 6.5 0 0 1 9.5 3m0 2C7 5 5 7 5 9.5S7 14 9.5 14 14 12 14 9.5 12 5 9.5 5",De="callsheet-resul\
ts",re=".md-search__input",ae=`${re}[aria-haspopup]`,Et='.md-search, label[for="__search"]';async function K(e=""){if(document.
querySelector("dialog[open]"))return;let t=l("p",{role:"status",class:"callsheet-note"},"Loading …"),n=l("div",{role:"\
listbox",id:De,class:"callsheet-found","aria-label":"Results",hidden:!0}),o=l("input",{type:"text",class:"callsheet-inpu\
t",role:"combobox","aria-label":"Search","aria-expanded":"false","aria-controls":De,"aria-autocomplete":"list",placeholder:"\
Words, method and path, address or uid",autocomplete:"off",autocapitalize:"none",enterkeyhint:"go",maxlength:"1000",spellcheck:"\
false"}),s=c=>l("kbd",{},c),a=[s("/")," or ",s("Ctrl K")," opens the search, ",s("↑")," ",s("↓")," move, ",s("Enter"),
" goes to the page, ",s("Esc")," closes."],r=l("p",{class:"callsheet-note callsheet-keys"},...a),i=F("Search",o,t,n,r);i.
addEventListener("close",()=>{let{activeElement:c}=document;q(c)&&c.select()}),o.value=e,o.focus();try{await R("search.j\
s"),window.callsheet.attachSearch?.({dialog:i,input:o,said:t,list:n})}catch{t.textContent="The search cannot be loaded."}}
function bt(e){let t=e;return q(t)?!1:t.isContentEditable||/^(input|textarea|select)$/i.test(t.tagName)}function q(e){return e instanceof
Element&&e.matches(ae)}function wt(e){let{altKey:t,ctrlKey:n,metaKey:o,shiftKey:s,key:a,target:r}=e,i=a.toLowerCase()===
"k"&&(n||o)&&!t&&!s,p=(document.querySelector(ae)?["/","f","s"]:["/"]).includes(a)&&!n&&!o&&!t&&!q(r),u=a==="Enter"&&q(r);
!(i||p||u)||bt(r)||(e.preventDefault(),e.stopImmediatePropagation(),K())}function St(){addEventListener("click",e=>{!(e.
target instanceof Element&&e.target.closest(Et))||!document.querySelector(ae)||(e.preventDefault(),K())},!0),addEventListener(
"input",({target:e})=>{q(e)&&(K(e.value),e.value="")},!0)}function yt(e){if(new URLSearchParams(location.search).has("q"))
return;let t=e.cloneNode();t.setAttribute("aria-haspopup","dialog"),t.title="Search (Ctrl K)",e.replaceWith(t)}function $t(){
if(document.querySelector(`${re}, .callsheet-finder`))return;let e=l("button",{type:"button",class:"callsheet-finder","a\
ria-haspopup":"dialog",title:"Search (Ctrl K)","aria-label":"Search",click(){K()}},O(gt)),t=document.querySelector(".md-\
header__title");t?(e.classList.add("md-header__button","md-icon"),t.after(e)):document.querySelector(".callsheet")?.prepend(
e)}function He(){addEventListener("keydown",wt,!0),St(),m(()=>{S(re,yt),$t()})}var le={};ze(le,{API_KEY:()=>C,VALID:()=>v,badge:()=>de,copy:()=>D,credentials:()=>M,load:()=>R,make:()=>l,onPage:()=>m,
save:()=>H,schemes:()=>B,siteUrl:()=>P,statusNote:()=>L,storedText:()=>N,values:()=>y});var xt=16;function At(e){let t=e.nextElementSibling,n=[...t.tBodies[0].rows];n.length>=xt&&e.append(...vt(t,n)),t.querySelectorAll(
"details").length>1&&e.append(Ct(t))}function vt(e,t){let n=L(),o=e.getAttribute("aria-label")??"Rows",s=null,a=()=>{s??=
t.map(u=>(u.textContent??"").toLowerCase());let i=s,c=r.value.toLowerCase().split(/\s+/).filter(Boolean),p=0;t.forEach((u,h)=>{
let k=c.every(d=>i[h].includes(d));u.hidden=!k,k&&(p+=1)}),n.textContent=c.length?`${p} of ${t.length} rows`:""},r=l("in\
put",{type:"search",class:"callsheet-input","aria-label":`Filter: ${o}`,placeholder:`Filter ${t.length} rows`,input:a});
return e.addEventListener(j,()=>{r.value="",a()}),[r,n]}function Ct(e){let t=[...e.querySelectorAll("details")],n=l("but\
ton",{type:"button",class:"callsheet-button",click(){let s=t.some(a=>!a.open);for(let a of t)a.open=s;o()}}),o=()=>{n.textContent=
t.every(s=>s.open)?"Collapse all":"Expand all"};for(let s of t)s.addEventListener("toggle",o);return o(),n}var kt={TABLE:"\
table",THEAD:"rowgroup",TBODY:"rowgroup",TR:"row",TH:"columnheader",TD:"cell"};function Tt(e){let{rows:t,tBodies:n,tHead:o}=e,
s=[...t].flatMap(a=>[...a.cells]);for(let a of[e,o,...n,...t,...s])a?.setAttribute("role",kt[a.tagName])}function Fe(){m(
()=>{S(".callsheet-tools",At),S(".callsheet-table",Tt)})}ge(document.currentScript);window.callsheet={...le};Ve();_e();Fe();me();be();we();He();ye();Ee();pe();})();
