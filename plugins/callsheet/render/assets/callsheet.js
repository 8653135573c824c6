/*! Made by `make javascript`: sources 120669da577ca758, code 70f1fa4c04d4c38d */
"use strict";(()=>{var je=Object.defineProperty;var We=(e,t)=>{for(var n in t)je(e,n,{get:t[n],enumerable:!0})};function l(e,t={},...n){let o=document.createElement(e);for(let[s,r]of Object.entries(t))typeof r=="function"?o.addEventListener(
s,r):r!==!1&&o.setAttribute(s,r===!0?"":String(r));return o.append(...n),o}function q(e){let t=document.createElementNS(
"http://www.w3.org/2000/svg","svg");t.setAttribute("viewBox","0 0 24 24"),t.setAttribute("aria-hidden","true");let n=document.
createElementNS(t.namespaceURI,"path");return n.setAttribute("d",e),t.append(n),t}function ue(e){let t=e.toLowerCase();return l(
"span",{class:`callsheet-method callsheet-method--${t}`},e)}function b(e,t=document){return[...t.querySelectorAll(e)]}function L(e="\
callsheet-said"){return l("span",{role:"status",class:e})}var de=[];function m(e){de.push(e)}function pe(){let e=()=>{for(let t of de)t()};document.readyState==="loading"?addEventListener(
"DOMContentLoaded",e):e(),window.document$?.subscribe(e)}function A(e,t){for(let n of b(e))n.dataset.callsheetReady===void 0&&
(n.dataset.callsheetReady="",t(n))}var j="callsheet:reveal";function fe(){let e=document.getElementById(W(location.hash));if(!e?.closest(".callsheet"))return;
let t=!1;for(let n=e;n;n=n.parentElement)n instanceof HTMLDetailsElement&&!n.open&&(n.open=!0,t=!0);e.hidden&&(e.closest(
"table")?.dispatchEvent(new Event(j)),t=!0),t&&e.scrollIntoView()}function W(e){try{return decodeURIComponent(e.slice(1))}catch{
return e.slice(1)}}function me(){let e=new Set;addEventListener("hashchange",fe),addEventListener("beforeprint",()=>{for(let t of b(
".callsheet details:not([open])")){let n=t;n.open=!0,e.add(n)}}),addEventListener("afterprint",()=>{for(let t of e)t.open=
!1;e.clear()}),m(fe)}var he="";function ge(e){he=new URL("../../",e.src).href}function U(e){return he+e}function Y(e){return U(`assets/callsh\
eet/${e}`)}var z=new Map;function R(e){let t=z.get(e);return t||(t=new Promise((n,o)=>{let s=()=>{z.delete(e),o(new Error(
`${e} cannot be loaded`))};document.head.append(l("script",{src:Y(e),load:n,error:s}))}),z.set(e,t)),t}function ze(){return new Promise(e=>{let t=Y("console/console.css");document.head.append(l("link",{rel:"stylesheet",href:t,
load:e,error:e}))})}async function Ye(e){let{callsheet:t}=window;t.toggleConsole||await Promise.all([R("console/console.\
js"),ze()]),await t.toggleConsole?.(e)}function Ge(e){let t=L(),n=!1,o=l("button",{type:"button",class:"callsheet-button",
"aria-expanded":"false",async click(){if(!n){n=!0;try{await Ye(o),t.textContent=""}catch(s){t.textContent="It cannot be \
loaded.",reportError(s)}finally{n=!1}}}},"Try it");e.append(t,o)}function Ee(){m(()=>A(".callsheet-route",Ge))}function Xe(){let e=document.querySelector(".md-sidebar--secondary .md-nav--secondary"),t=document.querySelector(".md-na\
v--primary .md-nav__item--active > .md-nav__link--active");!e?.querySelector("li")||!t||document.getElementById("__toc")||
(t.before(l("input",{class:"md-nav__toggle md-toggle",type:"checkbox",id:"__toc"}),l("label",{class:t.className,for:"__t\
oc"},...t.cloneNode(!0).childNodes,l("span",{class:"md-nav__icon md-icon"}))),t.after(e.cloneNode(!0)))}function we(){m(
Xe)}var Je="uid/";function be(){let e=document.querySelector("[data-callsheet-uids]"),t=W(location.hash);if(!e||!t)return;let n=document.
getElementById(t)?.querySelector("a");n&&e.contains(n)?location.replace(n.href):(e.querySelector("[role=status]")?.remove(),
e.prepend(l("p",{role:"status"},`No operation has the uid ${t}.`)))}function ye(){addEventListener("hashchange",be),m(()=>{
let e=U(Je),t=location.href.split(/[?#]/)[0],[,n]=/^([^/]+)\/?$/.exec(t.slice(e.length))??[];t.startsWith(e)&&n&&n!=="in\
dex.html"?location.replace(`${e}index.html#${n}`):be()})}function _(e,t,n){if(!t)return e;if(/^(bash|sh|shell|console|curl)$/.test(n))return t==="'"?e.replaceAll("'","'\\''"):e.
replace(/[\\"$`]/g,"\\$&");if(/^(powershell|pwsh)$/.test(n))return t==="'"?e.replace(/['\u2018-\u201b]/g,"$&$&"):e.replace(
/["$`\u201c-\u201e]/g,"`$&");let o=e.replaceAll("\\","\\\\").replaceAll(t,`\\${t}`);return t!=='"'?o:/^(php|perl|kotlin|dart|groovy)$/.
test(n)?o.replaceAll("$","\\$"):n==="ruby"?o.replaceAll("#","\\#"):o}function N(e,t){let n=null;return{get(){try{return window[e].getItem(t)}catch{return n}},set(o){n=o;try{o===null?window[e].
removeItem(t):window[e].setItem(t,o)}catch{}}}}var J=N("sessionStorage","callsheet.values"),xe=new Set,I=new Map,Se=["user","password","token","key","keyName"];function $e(){
try{return JSON.parse(J.get()??"")??{}}catch{return{}}}function G(){return globalThis.location?.pathname??""}var y={get:()=>({
...$e(),...Object.fromEntries(I.get(G())??[])}),set(e,t){let n={...$e(),[e]:t};t||delete n[e],Se.includes(e)&&(n.mark=Math.
random().toString(36).slice(2)),Se.some(o=>n[o])||delete n.mark,I.get(G())?.delete(e),J.set(Object.keys(n).length?JSON.stringify(
n):null),X()},setHere(e){I.set(G(),new Map(e)),X()},forget(){J.set(null),I.clear(),X()},onChange(e){xe.add(e)}};function X(){
for(let e of xe)e()}var v={base:/^https?:\/\/[^\s"'`\\$<>?#]+$/i,token:/^[\w.~+/=:-]+$/,key:/^[\w.~+/=:-]+$/,keyName:/^[\w-]+$/,
path:/^[\w.~-]+$/,number:/^-?\d+(\.\d+)?$/},C="API key",Ze="X-API-Key";function B(){let t=document.querySelector("[data-\
callsheet-schemes]")?.dataset.callsheetSchemes?.split(" ")??[];return[...new Set(["Basic","Bearer",...t,C,y.get().scheme??
"Basic"])]}function M(e){if(e.scheme===C)return e.key?[e.keyName??Ze,e.key]:null;let t=Z(e);return t?["Authorization",t]:
null}function Z({scheme:e="Basic",user:t,password:n,token:o}){if(e===C)return"";if(e!=="Basic")return o?`${e} ${o}`:"";if(!t||
!n)return"";let s=new TextEncoder().encode(`${t}:${n}`);return`Basic ${btoa(String.fromCharCode(...s))}`}var P="••••••",Ae=String.raw`(?<![\w.$"'])SECRET\b(?!["']|\s*:)|\{SECRET\}`,Qe=/^\s*(?:\/\/|#).*|^"""[\s\S]*?"""|(?<![$f])"(?:[^"\\\n]|\\.)*"/gm,
ve={setting:/^const (\w+) = (?:process\.env\.(\w+) \?\? .*|needed\("(\w+)"\));$/gm,write:(e,t,n)=>`const ${e} = process.\
env.${t} ?? ${n};`,login:/btoa\(|answerChallenge\(/,uses:[/^ {4}[\w"-]+: (?:SECRET|`.*\$\{SECRET\}.*`),\n/gm,/^url\.searchParams\.append\(.*(?:, SECRET|\$\{SECRET\}.*)\);\n/gm],
header:[[/^const response = .*\{\n(?: {2}method: .*\n)? {2}headers: \{\n/m,`    "NAME": "VALUE",
`],[/^const response = .*\{\n(?: {2}method: .*\n)?/m,`  headers: {
    "NAME": "VALUE",
  },
`]]},Ce={setting:/\{\{\$processEnv (\w+)\}\}/g,write:(e,t,n)=>n,quote:"",isInline:!0,used:String.raw`\$processEnv SECRET\b`,
uses:[/^(?:Authorization|NAME):.*\n?/gim,/^[\w-]+: .*\{\{\$processEnv .*\n?/gm],header:[[/^[A-Z]+ (?:\{\{baseUrl\}\}|https?:|\/).*\n?/m,
`NAME: VALUE
`]]},Q={python:{setting:/^([A-Z]\w*) = os\.environ(?:\.get\("(\w+)", (?:"[^"\n]*"|'[^'\n]*')\)|\["(\w+)"\])$/gm,write:(e,t,n)=>`${e}\
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
`]]},javascript:ve,typescript:ve,csharp:{setting:/^var (\w+) = Environment\.GetEnvironmentVariable\("(\w+)"\) \?\? .*;$/gm,
write:(e,t,n)=>`var ${e} = Environment.GetEnvironmentVariable("${t}") ?? ${n};`,login:/"Basic", |"Digest", /,uses:[/^request\.Headers\.Authorization = new AuthenticationHeaderValue\(\n.*\{SECRET\}.*\n/gm,
/^request\.Headers\.\w+\(.*(?:, SECRET|\{SECRET\}.*)\);\n/gm,/^query\.Add\(.*(?:, SECRET|\{SECRET\}.*)\);\n/gm],header:[
[/^using var request = .*\n/m,`request.Headers.TryAddWithoutValidation("NAME", "VALUE");
`]]},php:{setting:/^\$(\w+) = getenv\('(\w+)'\) \?: .*;$/gm,write:(e,t,n)=>`$${e} = getenv('${t}') ?: ${n};`,quote:"'",login:/^ {4}CURLOPT_USERPWD/m,
used:String.raw`\$\{?SECRET\b`,uses:[/^ {4}CURLOPT_(?:HTTPAUTH|USERPWD) => .*\n/gm,/^ {8}'[\w-]+: .*\$SECRET\b.*,\n/gm],
header:[[/^ {4}CURLOPT_HTTPHEADER => \[\n/m,`        'NAME: VALUE',
`],[/^curl_setopt_array\(.*\n/m,`    CURLOPT_HTTPHEADER => ['NAME: VALUE'],
`]]},http:Ce,text:Ce};function ke(e){return Object.hasOwn(Q,e)}function Te(e,t,n,o){let s=Object.hasOwn(Q,t)?Q[t]:void 0,
r=M(n);if(!s||!r)return[];let a=et(e,s);return(tt(e,t,s,a,n)??(o?[]:nt(e,s,a,r))).sort(V)}function V(e,t){return e.start-
t.start||e.end-t.end}function et(e,{setting:t}){return t?[...e.matchAll(t)].map(n=>({start:n.index,end:n.index+n[0].length,
name:n[1],variable:n[2]??n[3]??n[1]})).filter(({name:n})=>!/^base_?url$/i.test(n)):[]}function tt(e,t,n,o,s){let{write:r,
quote:a='"',login:u}=n;if(!r||!o.length)return null;let{scheme:c="Basic",user:p="",password:d="",token:w="",key:k=""}=s,
i=u?.test(e)??!1,g=i?o.slice(2):o,S=({name:f},E)=>new RegExp(`Authorization.*?${E}.*\\b${f}\\b`,"i").test(e),h=[];return c===
"Basic"?i&&o.length>1&&(h=[[o[0],p,!1],[o[1],d,!0]]):c===C?h=g.filter(f=>!S(f,"")).map(f=>[f,k,!0]):h=g.filter(f=>S(f,`[\
"'\`: ]${c} `)).map(f=>[f,w,!0]),h.length?[...h.map(([{start:f,end:E,name:$,variable:x},ce,Ke])=>{let ie=Fe=>a+_(Fe,a,t)+
a;return{start:f,end:E,text:r($,x,ie(ce)),shown:r($,x,Ke?a+P+a:ie(ce))}}),...Le(e,new Set(h.map(([{variable:f}])=>f)))]:
null}function Le(e,t){let n=/^for needed in \((.*)\):\n(?: {4}.*\n)+/m.exec(e);if(!n)return[];let o=n[1].match(/"\w+"/g)?.
filter(a=>!t.has(a.slice(1,-1)))??[],s=`${o.join(", ")}${o.length===1?",":""}`,r=o.length?n[0].replace(n[1],s):"";return[
{start:n.index,end:n.index+n[0].length,text:r,shown:r}]}function nt(e,t,n,[o,s]){let{uses:r,header:a,isInline:u,used:c=Ae}=t,
p=n.map(i=>i.name).join("|")||"(?!)",d=u?[]:n.map(({start:i,end:g})=>({start:i,end:g+1,text:"",shown:""}));d.push(...Le(
e,new Set(n.map(({variable:i})=>i))));for(let{source:i,flags:g}of r){let S=i.replaceAll("SECRET",`(?:${p})`).replaceAll(
"NAME",o),h=new RegExp(S,g);for(let T of e.matchAll(h)){let[f,E]=[T.index,T.index+T[0].length];d.some(x=>f<x.end&&x.start<
E)||d.push({start:f,end:E,text:"",shown:""})}}let w=ot(e,d);if(new RegExp(c.replaceAll("SECRET",`(?:${p})`)).test(c===Ae?
w.replace(Qe,""):w))return[];for(let[i,g]of a){let S=i.exec(e);if(!S)continue;let h=S.index+S[0].length,T=o==="Authoriza\
tion"?`${s.split(" ")[0]} ${P}`:P,f=$=>g.replace("NAME",()=>o).replace("VALUE",()=>$),E={start:h,end:h,text:f(s),shown:f(
T)};return d.some(({start:$,end:x})=>$<h&&h<x)?[]:[...d,E]}return[]}function ot(e,t){let n=0,o="";for(let{start:s,end:r}of[
...t].sort(V))o+=e.slice(n,s),n=r;return o+e.slice(n)}var ee=new WeakMap;function st({fill:e,quote:t='"',language:n},o){let{user:s,password:r}=(o.scheme??"Basic")==="Basic"?o:
{},a=s&&r,u=d=>({text:_(d,t,n),shown:P}),c=d=>({text:d,shown:d});if(e==="base")return o.base?c(o.base):null;if(e==="auth\
orization"){let d=Z(o);return d?{text:d,shown:`${d.split(" ")[0]} ${P}`}:null}if(e==="user")return a?c(_(s,t,n)):null;if(e===
"password")return a?u(r):null;if(e==="credentials")return a?u(`${s}:${r}`):null;let p=o[e];return p&&(t||v.number.test(p))?
c(p):null}function te(e){return b("[data-fill]",e)}function ne(e){return e.closest("[data-language]")?.dataset.language??
""}function Ne(e){let t=ee.get(e);if(t)return t;let n=e.cloneNode(!0);return ee.set(e,n),n}function rt(e){let t=e.closest(
".callsheet-variant")?.getAttribute("aria-labelledby"),n=t?document.getElementById(t):null;return e.closest(".callsheet-\
outcome")!==null||!!n?.querySelector(".callsheet-status")}function Pe(e,t){let n=y.get(),o=ne(e),s=Te(t.textContent??"",
o,n,rt(e)),r=document.createRange();for(let a of te(t)){let{fill:u="",quote:c}=a.dataset,p=st({fill:u,quote:c,language:o},
n);if(!p)continue;r.selectNodeContents(t),r.setEndBefore(a);let d=r.toString().length,w=d+(a.textContent??"").length;s.some(
i=>d<i.end&&i.start<w)||s.push({start:d,end:w,...p})}return s.sort(V)}function at(e,{start:t,end:n,shown:o}){let s=document.
createRange(),r=document.createTreeWalker(e,NodeFilter.SHOW_TEXT),a=0,u=!1;for(let c=r.nextNode();c;c=r.nextNode()){let{
length:p}=c;if(!u&&t<a+p&&(s.setStart(c,t-a),u=!0),u&&n<=a+p){s.setEnd(c,n-a);break}a+=p}s.deleteContents(),o&&s.insertNode(
l("span",{class:"callsheet-filled"},o))}function Re(){let e=!Object.keys(y.get()).length;for(let t of b("[data-language]\
 pre > code")){if(e&&!ee.has(t))continue;let n=Ne(t),o=n.cloneNode(!0);for(let s of Pe(t,n).reverse())at(o,s);t.replaceChildren(
...o.childNodes)}}function oe(e){let t=Ne(e),n=t.textContent??"";for(let o of Pe(e,t).reverse())n=n.slice(0,o.start)+o.text+
n.slice(o.end);return n}function Ue(){y.onChange(Re),m(Re)}async function D(e){try{return await navigator.clipboard.writeText(e),!0}catch{let t=l("textarea",{readonly:!0,class:"ca\
llsheet-offscreen"});t.value=e,document.body.append(t),t.select();let n=document.execCommand("copy");return t.remove(),n}}
function H(e,t){let n=URL.createObjectURL(new Blob([e],{type:"text/plain"}));l("a",{href:n,download:t}).click(),setTimeout(
()=>URL.revokeObjectURL(n),1e3)}function K(e,...t){let n=l("button",{type:"button",class:"callsheet-button callsheet-close","aria-label":"Close",click(){
s.close()}},"×"),o=t.filter(r=>r!==!1),s=l("dialog",{class:"callsheet callsheet-dialog md-typeset","aria-label":e,close(){
s.remove()},click(r){r.target===s&&s.close()}},l("div",{},l("h2",{},e),...o,n));return document.body.append(s),s.showModal(),
s}function _e(){let e=te(),t=[...new Set(e.map(i=>i.dataset.fill??""))],n=t.filter(i=>i.startsWith("path:")),o=l("p",{class:"\
callsheet-note",role:"status"}),s=y.get(),r=(i,g,S,h,T="text")=>{let f=`callsheet-value-${i}`,E=l("input",{id:f,type:T,autocomplete:"\
off",spellcheck:"false","data-value":i,input(){let $=i==="base"?E.value.trim().replace(/\/+$/,""):E.value.trim(),x=!$||!S||
S.test($);E.setAttribute("aria-invalid",String(!x)),o.textContent=x?"":`${g}: ${h}`,y.set(i,x?$:"")}});return E.value=s[i]??
"",l("p",{class:"callsheet-field"},l("label",{for:f},g),E)},a=l("select",{id:"callsheet-value-scheme",change(){y.set("sc\
heme",a.value),w()}},...B().map(i=>l("option",{value:i},i)));a.value=s.scheme??"Basic";let u=l("div",{},r("user","User",
null,""),r("password","Password",null,"","password")),c="letters, digits and . _ ~ + / = : - only.",p=l("div",{},r("toke\
n","Token",v.token,c,"password")),d=l("div",{},r("keyName","Header field",v.keyName,"letters, digits, _ and - only."),r(
"key","Key",v.key,c,"password"));d.querySelector("input").placeholder="X-API-Key";let w=()=>{u.hidden=a.value!=="Basic",
d.hidden=a.value!==C,p.hidden=!u.hidden||!d.hidden};w();let k=i=>e.some(({dataset:g})=>g.quote===""&&g.fill===i);K("Your\
 values",l("p",{},"They are filled into the samples of every page, stay in this tab until you close it, and are sent now\
here."),t.includes("base")&&r("base","Address of the server",v.base,"an address such as https://example.com/tenant."),l(
"p",{class:"callsheet-field"},l("label",{for:a.id},"Authentication"),a),u,p,d,l("p",{class:"callsheet-note"},"Programs t\
hat sign in by another scheme are changed to this one, where that is possible."),...n.map(i=>k(i)?r(i,i.slice(5),v.number,
"a number, please."):r(i,i.slice(5),v.path,"letters, digits and . _ ~ - only.")),o,l("p",{},l("button",{type:"button",class:"\
callsheet-button",click(){y.forget();for(let i of b("[data-value]"))i.value="";a.value="Basic",w(),o.textContent="Forgot\
ten."}},"Forget all")))}var lt="M19 21H8V7h11m0-2H8a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h11a2 2 0 0 0 2-2V7a2 2 0 0 0-2-2m-3-4H4a2 2 0 0 0-2 2v14h2V3h\
12z",ct="M5 20h14v-2H5m14-9h-4V3H9v6H5l7 7z",Oe="callsheet:language",qe={ArrowRight:1,ArrowLeft:-1},Ie=N("localStorage",
"callsheet.language");function Be(e){return b(":scope > input",e)}function se(e){return e.nextElementSibling}function it(e){
let t=Be(e),n=t.map(a=>{let u=se(a),c=u.nextElementSibling;c.id=`${a.id}-panel`;let p=l("button",{type:"button",role:"ta\
b",id:`${a.id}-tab`,"aria-controls":c.id,click(){o(p,!0)}},u.textContent??"");return c.setAttribute("role","tabpanel"),c.
setAttribute("aria-labelledby",p.id),a.hidden=!0,u.hidden=!0,p}),o=(a,u)=>{if(n.forEach((c,p)=>{c.setAttribute("aria-sel\
ected",String(c===a)),c.tabIndex=c===a?0:-1,t[p].checked=c===a}),!!u){Ie.set(a.textContent);for(let c of b(".callsheet-t\
abs",e.closest(".callsheet-variants")??e))c!==e&&c.dispatchEvent(new Event(Oe))}},s=l("div",{role:"tablist",class:"calls\
heet-tablist","aria-label":"Language of the sample",keydown(a){let u=n.indexOf(document.activeElement),c=ut(a.key,u,n.length,
getComputedStyle(e).direction==="rtl");c<0||u<0||(a.preventDefault(),n[c].focus(),o(n[c],!0))}},...n);e.prepend(s);let r=()=>{
let a=Ie.get(),u=n.find(c=>c.textContent===a);o(u??n[t.findIndex(c=>c.checked)]??n[0],!1)};e.addEventListener(Oe,r),r()}
function ut(e,t,n,o){return e==="Home"?0:e==="End"?n-1:Object.hasOwn(qe,e)?(t+(o?-1:1)*qe[e]+n)%n:-1}function dt(e){let t=Be(
e),n=e.querySelector(".callsheet-choice"),o=l("select",{"aria-labelledby":n.id,change(){t[o.selectedIndex].checked=!0}},
...t.map(s=>l("option",{},se(s).textContent??"")));o.selectedIndex=t.findIndex(s=>s.checked);for(let s of t)s.hidden=!0,
se(s).hidden=!0;n.after(o)}function pt(e){let t=e.querySelector("pre > code"),n=e.querySelector(".callsheet-file");if(!t||
!n)return;let o=L(),s=(c,p,d)=>l("button",{type:"button",class:"callsheet-icon",title:c,"aria-label":c,click:d},q(p)),r=n.
querySelector("code")?.textContent,a=l("span",{class:"callsheet-actions"},o);(e.querySelector("[data-fill]")||ke(ne(t)))&&
a.append(l("button",{type:"button",class:"callsheet-button","aria-haspopup":"dialog",click:_e},"Your values"));let u=async()=>{
o.textContent=await D(oe(t))?"Copied":"Select the text to copy it",setTimeout(()=>{o.textContent=""},2e3)};a.append(s("C\
opy",lt,u)),r&&a.append(s(`Download ${r}`,ct,()=>H(oe(t),r))),n.append(a)}function Me(){m(()=>{A(".callsheet-tabs",it),A(
".callsheet-variants--many",dt),A(".callsheet-panel, .callsheet-program",pt)})}var ft="M9.5 3A6.5 6.5 0 0 1 16 9.5c0 1.61-.59 3.09-1.56 4.23l.27.27h.79l5 5-1.5 1.5-5-5v-.79l-.27-.27A6.52 6.52 0 0 1 9\
.5 16 6.5 6.5 0 0 1 3 9.5 6.5 6.5 0 0 1 9.5 3m0 2C7 5 5 7 5 9.5S7 14 9.5 14 14 12 14 9.5 12 5 9.5 5",Ve="callsheet-resul\
ts",re=".md-search__input",ae=`${re}[aria-haspopup]`,mt='.md-search, label[for="__search"]';async function F(e=""){if(document.
querySelector("dialog[open]"))return;let t=l("p",{role:"status",class:"callsheet-note"},"Loading …"),n=l("div",{role:"\
listbox",id:Ve,class:"callsheet-found","aria-label":"Results",hidden:!0}),o=l("input",{type:"text",class:"callsheet-inpu\
t",role:"combobox","aria-label":"Search","aria-expanded":"false","aria-controls":Ve,"aria-autocomplete":"list",placeholder:"\
Words, method and path, address or uid",autocomplete:"off",autocapitalize:"none",enterkeyhint:"go",maxlength:"1000",spellcheck:"\
false"}),s=c=>l("kbd",{},c),r=[s("/")," or ",s("Ctrl K")," opens the search, ",s("↑")," ",s("↓")," move, ",s("Enter"),
" goes to the page, ",s("Esc")," closes."],a=l("p",{class:"callsheet-note callsheet-keys"},...r),u=K("Search",o,t,n,a);u.
addEventListener("close",()=>{let{activeElement:c}=document;O(c)&&c.select()}),o.value=e,o.focus();try{await R("search.j\
s"),window.callsheet.attachSearch?.({dialog:u,input:o,said:t,list:n})}catch{t.textContent="The search cannot be loaded."}}
function ht(e){let t=e;return O(t)?!1:t.isContentEditable||/^(input|textarea|select)$/i.test(t.tagName)}function O(e){return e instanceof
Element&&e.matches(ae)}function gt(e){let{altKey:t,ctrlKey:n,metaKey:o,shiftKey:s,key:r,target:a}=e,u=r.toLowerCase()===
"k"&&(n||o)&&!t&&!s,p=(document.querySelector(ae)?["/","f","s"]:["/"]).includes(r)&&!n&&!o&&!t&&!O(a),d=r==="Enter"&&O(a);
!(u||p||d)||ht(a)||(e.preventDefault(),e.stopImmediatePropagation(),F())}function Et(){addEventListener("click",e=>{!(e.
target instanceof Element&&e.target.closest(mt))||!document.querySelector(ae)||(e.preventDefault(),F())},!0),addEventListener(
"input",({target:e})=>{O(e)&&(F(e.value),e.value="")},!0)}function wt(e){if(new URLSearchParams(location.search).has("q"))
return;let t=e.cloneNode();t.setAttribute("aria-haspopup","dialog"),t.title="Search (Ctrl K)",e.replaceWith(t)}function bt(){
if(document.querySelector(`${re}, .callsheet-finder`))return;let e=l("button",{type:"button",class:"callsheet-finder","a\
ria-haspopup":"dialog",title:"Search (Ctrl K)","aria-label":"Search",click(){F()}},q(ft)),t=document.querySelector(".md-\
header__title");t?(e.classList.add("md-header__button","md-icon"),t.after(e)):document.querySelector(".callsheet")?.prepend(
e)}function De(){addEventListener("keydown",gt,!0),Et(),m(()=>{A(re,wt),bt()})}var le={};We(le,{API_KEY:()=>C,VALID:()=>v,badge:()=>ue,copy:()=>D,credentials:()=>M,load:()=>R,make:()=>l,onPage:()=>m,
save:()=>H,schemes:()=>B,siteUrl:()=>U,statusNote:()=>L,storedText:()=>N,values:()=>y});var yt=16;function St(e){let t=e.nextElementSibling,n=[...t.tBodies[0].rows];n.length>=yt&&e.append(...$t(t,n)),t.querySelectorAll(
"details").length>1&&e.append(xt(t))}function $t(e,t){let n=L(),o=e.getAttribute("aria-label")??"Rows",s=null,r=()=>{s??=
t.map(d=>(d.textContent??"").toLowerCase());let u=s,c=a.value.toLowerCase().split(/\s+/).filter(Boolean),p=0;t.forEach((d,w)=>{
let k=c.every(i=>u[w].includes(i));d.hidden=!k,k&&(p+=1)}),n.textContent=c.length?`${p} of ${t.length} rows`:""},a=l("in\
put",{type:"search",class:"callsheet-input","aria-label":`Filter: ${o}`,placeholder:`Filter ${t.length} rows`,input:r});
return e.addEventListener(j,()=>{a.value="",r()}),[a,n]}function xt(e){let t=[...e.querySelectorAll("details")],n=l("but\
ton",{type:"button",class:"callsheet-button",click(){let s=t.some(r=>!r.open);for(let r of t)r.open=s;o()}}),o=()=>{n.textContent=
t.every(s=>s.open)?"Collapse all":"Expand all"};for(let s of t)s.addEventListener("toggle",o);return o(),n}var At={TABLE:"\
table",THEAD:"rowgroup",TBODY:"rowgroup",TR:"row",TH:"columnheader",TD:"cell"};function vt(e){let{rows:t,tBodies:n,tHead:o}=e,
s=[...t].flatMap(r=>[...r.cells]);for(let r of[e,o,...n,...t,...s])r?.setAttribute("role",At[r.tagName])}function He(){m(
()=>{A(".callsheet-tools",St),A(".callsheet-table",vt)})}ge(document.currentScript);window.callsheet={...le};Me();Ue();He();me();we();De();ye();Ee();pe();})();
