/*! Made by `make javascript`: sources adf2478c023a5d3b, code 4eb497cc9e63965c */
"use strict";(()=>{var Ge=Object.defineProperty;var Xe=(e,t)=>{for(var n in t)Ge(e,n,{get:t[n],enumerable:!0})};function l(e,t={},...n){let o=document.createElement(e);for(let[r,s]of Object.entries(t))typeof s=="function"?o.addEventListener(
r,s):s!==!1&&o.setAttribute(r,s===!0?"":String(s));return o.append(...n),o}function N(e){let t=document.createElementNS(
"http://www.w3.org/2000/svg","svg");t.setAttribute("viewBox","0 0 24 24"),t.setAttribute("aria-hidden","true");let n=document.
createElementNS(t.namespaceURI,"path");return n.setAttribute("d",e),t.append(n),t}function pe(e){let t=e.toLowerCase();return l(
"span",{class:`callsheet-method callsheet-method--${t}`},e)}function h(e,t=document){return[...t.querySelectorAll(e)]}function T(e="\
callsheet-said"){return l("span",{role:"status",class:e})}var fe=[];function m(e){fe.push(e)}function me(){let e=()=>{for(let t of fe)t()};document.readyState==="loading"?addEventListener(
"DOMContentLoaded",e):e(),window.document$?.subscribe(e)}function y(e,t){for(let n of h(e))n.dataset.callsheetReady===void 0&&
(n.dataset.callsheetReady="",t(n))}var W="callsheet:reveal";function he(){let e=document.getElementById(j(location.hash));if(!e?.closest(".callsheet"))return;
let t=!1;for(let n=e;n;n=n.parentElement)n instanceof HTMLDetailsElement&&!n.open&&(n.open=!0,t=!0);e.hidden&&(e.closest(
"table")?.dispatchEvent(new Event(W)),t=!0),t&&e.scrollIntoView()}function j(e){try{return decodeURIComponent(e.slice(1))}catch{
return e.slice(1)}}function ge(){let e=new Set;addEventListener("hashchange",he),addEventListener("beforeprint",()=>{for(let t of h(
".callsheet details:not([open])")){let n=t;n.open=!0,e.add(n)}}),addEventListener("afterprint",()=>{for(let t of e)t.open=
!1;e.clear()}),m(he)}var Ee="";function be(e){Ee=new URL("../../",e.src).href}function R(e){return Ee+e}function Y(e){return R(`assets/callsh\
eet/${e}`)}var z=new Map;function P(e){let t=z.get(e);return t||(t=new Promise((n,o)=>{let r=()=>{z.delete(e),o(new Error(
`${e} cannot be loaded`))};document.head.append(l("script",{src:Y(e),load:n,error:r}))}),z.set(e,t)),t}var Je="M8 5v14l11-7z";function Ze(){return new Promise(e=>{let t=Y("console/console.css");document.head.append(l("link",
{rel:"stylesheet",href:t,load:e,error:e}))})}async function Qe(e){let{callsheet:t}=window;t.toggleConsole||await Promise.
all([P("console/console.js"),Ze()]),await t.toggleConsole?.(e)}function et(e){let t=T(),n=!1,o=l("button",{type:"button",
class:"callsheet-button callsheet-primary","aria-expanded":"false",async click(){if(!n){n=!0;try{await Qe(o),t.textContent=
""}catch(r){t.textContent="It cannot be loaded.",reportError(r)}finally{n=!1}}}},N(Je),"Try it");e.append(t,o)}function we(){
m(()=>y(".callsheet-route",et))}function tt(){let e=document.querySelector(".md-sidebar--secondary .md-nav--secondary"),t=document.querySelector(".md-na\
v--primary .md-nav__item--active > .md-nav__link--active");!e?.querySelector("li")||!t||document.getElementById("__toc")||
(t.before(l("input",{class:"md-nav__toggle md-toggle",type:"checkbox",id:"__toc"}),l("label",{class:t.className,for:"__t\
oc"},...t.cloneNode(!0).childNodes,l("span",{class:"md-nav__icon md-icon"}))),t.after(e.cloneNode(!0)))}function ye(){m(
tt)}function M(e,...t){let n=l("button",{type:"button",class:"callsheet-button callsheet-close","aria-label":"Close",click(){
r.close()}},"×"),o=t.filter(s=>s!==!1),r=l("dialog",{class:"callsheet callsheet-dialog md-typeset","aria-label":e,close(){
r.remove()},click(s){s.target===r&&r.close()}},l("div",{},l("h2",{},e),...o,n));return document.body.append(r),r.showModal(),
r}var nt="M9.5 3A6.5 6.5 0 0 1 16 9.5c0 1.61-.59 3.09-1.56 4.23l.27.27h.79l5 5-1.5 1.5-5-5v-.79l-.27-.27A6.52 6.52 0 0 1 9\
.5 16 6.5 6.5 0 0 1 3 9.5 6.5 6.5 0 0 1 9.5 3m0 2C7 5 5 7 5 9.5S7 14 9.5 14 14 12 14 9.5 12 5 9.5 5",Se="callsheet-resul\
ts",G=".md-search__input",X=`${G}[aria-haspopup]`,ot='.md-search, label[for="__search"]';async function _(e=""){if(document.
querySelector("dialog[open]"))return;let t=l("p",{role:"status",class:"callsheet-note"},"Loading …"),n=l("div",{role:"\
listbox",id:Se,class:"callsheet-found","aria-label":"Results",hidden:!0}),o=l("input",{type:"text",class:"callsheet-inpu\
t",role:"combobox","aria-label":"Search","aria-expanded":"false","aria-controls":Se,"aria-autocomplete":"list",placeholder:"\
Words, method and path, address or uid",autocomplete:"off",autocapitalize:"none",enterkeyhint:"go",maxlength:"1000",spellcheck:"\
false"}),r=c=>l("kbd",{},c),s=[r("/")," or ",r("Ctrl K")," opens the search, ",r("↑")," ",r("↓")," move, ",r("Enter"),
" goes to the page, ",r("Esc")," closes."],a=l("p",{class:"callsheet-note callsheet-keys"},...s),u=M("Search",o,t,n,a);u.
addEventListener("close",()=>{let{activeElement:c}=document;q(c)&&c.select()}),o.value=e,o.focus();try{await P("search.j\
s"),window.callsheet.attachSearch?.({dialog:u,input:o,said:t,list:n})}catch{t.textContent="The search cannot be loaded."}}
function rt(e){let t=e;return q(t)?!1:t.isContentEditable||/^(input|textarea|select)$/i.test(t.tagName)}function q(e){return e instanceof
Element&&e.matches(X)}function st(e){let{altKey:t,ctrlKey:n,metaKey:o,shiftKey:r,key:s,target:a}=e,u=s.toLowerCase()==="\
k"&&(n||o)&&!t&&!r,p=(document.querySelector(X)?["/","f","s"]:["/"]).includes(s)&&!n&&!o&&!t&&!q(a),d=s==="Enter"&&q(a);
!(u||p||d)||rt(a)||(e.preventDefault(),e.stopImmediatePropagation(),_())}function at(){addEventListener("click",e=>{!(e.
target instanceof Element&&e.target.closest(ot))||!document.querySelector(X)||(e.preventDefault(),_())},!0),addEventListener(
"input",({target:e})=>{q(e)&&(_(e.value),e.value="")},!0)}function lt(e){if(new URLSearchParams(location.search).has("q"))
return;let t=e.cloneNode();t.setAttribute("aria-haspopup","dialog"),t.title="Search (Ctrl K)",e.replaceWith(t)}function ct(){
if(document.querySelector(`${G}, .callsheet-finder`))return;let e=l("button",{type:"button",class:"callsheet-finder","ar\
ia-haspopup":"dialog",title:"Search (Ctrl K)","aria-label":"Search",click(){_()}},N(nt)),t=document.querySelector(".md-h\
eader__title");t?(e.classList.add("md-header__button","md-icon"),t.after(e)):document.querySelector(".callsheet")?.prepend(
e)}function xe(){addEventListener("keydown",st,!0),at(),m(()=>{y(G,lt),ct()})}var it=/%..|\.html$|[^\p{L}\p{N}]+/gu;function ut(){let e=new URL(R("")).pathname,{pathname:t}=location;return(t.startsWith(
e)?t.slice(e.length):t).replace(it," ").trim()}function dt(e){let t=l("input",{type:"search",class:"callsheet-input","ar\
ia-label":"Search",value:ut(),maxlength:"1000"}),n=l("button",{class:"callsheet-button callsheet-primary"},"Search"),o=r=>{
r.preventDefault(),_(t.value)};e.append(l("form",{role:"search",submit:o},t,n))}function $e(){m(()=>y(".callsheet-missin\
g",dt))}var pt="uid/";function ve(){let e=document.querySelector("[data-callsheet-uids]"),t=j(location.hash);if(!e||!t)return;let n=document.
getElementById(t)?.querySelector("a");n&&e.contains(n)?location.replace(n.href):(e.querySelector("[role=status]")?.remove(),
e.prepend(l("p",{role:"status"},`No operation has the uid ${t}.`)))}function Ae(){addEventListener("hashchange",ve),m(()=>{
let e=R(pt),t=location.href.split(/[?#]/)[0],[,n]=/^([^/]+)\/?$/.exec(t.slice(e.length))??[];t.startsWith(e)&&n&&n!=="in\
dex.html"?location.replace(`${e}index.html#${n}`):ve()})}function I(e,t,n){if(!t)return e;if(/^(bash|sh|shell|console|curl)$/.test(n))return t==="'"?e.replaceAll("'","'\\''"):e.
replace(/[\\"$`]/g,"\\$&");if(/^(powershell|pwsh)$/.test(n))return t==="'"?e.replace(/['\u2018-\u201b]/g,"$&$&"):e.replace(
/["$`\u201c-\u201e]/g,"`$&");let o=e.replaceAll("\\","\\\\").replaceAll(t,`\\${t}`);return t!=='"'?o:/^(php|perl|kotlin|dart|groovy)$/.
test(n)?o.replaceAll("$","\\$"):n==="ruby"?o.replaceAll("#","\\#"):o}function U(e,t){let n=null;return{get(){try{return window[e].getItem(t)}catch{return n}},set(o){n=o;try{o===null?window[e].
removeItem(t):window[e].setItem(t,o)}catch{}}}}var Q=U("sessionStorage","callsheet.values"),Le=new Set,B=new Map,Ce=["user","password","token","key","keyName"];function ke(){
try{return JSON.parse(Q.get()??"")??{}}catch{return{}}}function J(){return globalThis.location?.pathname??""}var S={get:()=>({
...ke(),...Object.fromEntries(B.get(J())??[])}),set(e,t){let n={...ke(),[e]:t};t||delete n[e],Ce.includes(e)&&(n.mark=Math.
random().toString(36).slice(2)),Ce.some(o=>n[o])||delete n.mark,B.get(J())?.delete(e),Q.set(Object.keys(n).length?JSON.stringify(
n):null),Z()},setHere(e){B.set(J(),new Map(e)),Z()},forget(){Q.set(null),B.clear(),Z()},onChange(e){Le.add(e)}};function Z(){
for(let e of Le)e()}var A={base:/^https?:\/\/[^\s"'`\\$<>?#]+$/i,token:/^[\w.~+/=:-]+$/,key:/^[\w.~+/=:-]+$/,keyName:/^[\w-]+$/,
path:/^[\w.~-]+$/,number:/^-?\d+(\.\d+)?$/},C="API key",ft="X-API-Key";function V(){let t=document.querySelector("[data-\
callsheet-schemes]")?.dataset.callsheetSchemes?.split(" ")??[];return[...new Set(["Basic","Bearer",...t,C,S.get().scheme??
"Basic"])]}function D(e){if(e.scheme===C)return e.key?[e.keyName??ft,e.key]:null;let t=ee(e);return t?["Authorization",t]:
null}function ee({scheme:e="Basic",user:t,password:n,token:o}){if(e===C)return"";if(e!=="Basic")return o?`${e} ${o}`:"";
if(!t||!n)return"";let r=new TextEncoder().encode(`${t}:${n}`);return`Basic ${btoa(String.fromCharCode(...r))}`}var O="••••••",Te=String.raw`(?<![\w.$"'])SECRET\b(?!["']|\s*:)|\{SECRET\}`,mt=/^\s*(?:\/\/|#).*|^"""[\s\S]*?"""|(?<![$f])"(?:[^"\\\n]|\\.)*"/gm,
Re={setting:/^const (\w+) = (?:process\.env\.(\w+) \?\? .*|needed\("(\w+)"\));$/gm,write:(e,t,n)=>`const ${e} = process.\
env.${t} ?? ${n};`,login:/btoa\(|answerChallenge\(/,uses:[/^ {4}[\w"-]+: (?:SECRET|`.*\$\{SECRET\}.*`),\n/gm,/^url\.searchParams\.append\(.*(?:, SECRET|\$\{SECRET\}.*)\);\n/gm],
header:[[/^const response = .*\{\n(?: {2}method: .*\n)? {2}headers: \{\n/m,`    "NAME": "VALUE",
`],[/^const response = .*\{\n(?: {2}method: .*\n)?/m,`  headers: {
    "NAME": "VALUE",
  },
`]]},Ne={setting:/\{\{\$processEnv (\w+)\}\}/g,write:(e,t,n)=>n,quote:"",isInline:!0,used:String.raw`\$processEnv SECRET\b`,
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
`]]},javascript:Re,typescript:Re,csharp:{setting:/^var (\w+) = Environment\.GetEnvironmentVariable\("(\w+)"\) \?\? .*;$/gm,
write:(e,t,n)=>`var ${e} = Environment.GetEnvironmentVariable("${t}") ?? ${n};`,login:/"Basic", |"Digest", /,uses:[/^request\.Headers\.Authorization = new AuthenticationHeaderValue\(\n.*\{SECRET\}.*\n/gm,
/^request\.Headers\.\w+\(.*(?:, SECRET|\{SECRET\}.*)\);\n/gm,/^query\.Add\(.*(?:, SECRET|\{SECRET\}.*)\);\n/gm],header:[
[/^using var request = .*\n/m,`request.Headers.TryAddWithoutValidation("NAME", "VALUE");
`]]},php:{setting:/^\$(\w+) = getenv\('(\w+)'\) \?: .*;$/gm,write:(e,t,n)=>`$${e} = getenv('${t}') ?: ${n};`,quote:"'",login:/^ {4}CURLOPT_USERPWD/m,
used:String.raw`\$\{?SECRET\b`,uses:[/^ {4}CURLOPT_(?:HTTPAUTH|USERPWD) => .*\n/gm,/^ {8}'[\w-]+: .*\$SECRET\b.*,\n/gm],
header:[[/^ {4}CURLOPT_HTTPHEADER => \[\n/m,`        'NAME: VALUE',
`],[/^curl_setopt_array\(.*\n/m,`    CURLOPT_HTTPHEADER => ['NAME: VALUE'],
`]]},http:Ne,text:Ne};function Pe(e){return Object.hasOwn(te,e)}function _e(e,t,n,o){let r=Object.hasOwn(te,t)?te[t]:void 0,
s=D(n);if(!r||!s)return[];let a=ht(e,r);return(gt(e,t,r,a,n)??(o?[]:Et(e,r,a,s))).sort(H)}function H(e,t){return e.start-
t.start||e.end-t.end}function ht(e,{setting:t}){return t?[...e.matchAll(t)].map(n=>({start:n.index,end:n.index+n[0].length,
name:n[1],variable:n[2]??n[3]??n[1]})).filter(({name:n})=>!/^base_?url$/i.test(n)):[]}function gt(e,t,n,o,r){let{write:s,
quote:a='"',login:u}=n;if(!s||!o.length)return null;let{scheme:c="Basic",user:p="",password:d="",token:w="",key:k=""}=r,
i=u?.test(e)??!1,E=i?o.slice(2):o,x=({name:f},b)=>new RegExp(`Authorization.*?${b}.*\\b${f}\\b`,"i").test(e),g=[];return c===
"Basic"?i&&o.length>1&&(g=[[o[0],p,!1],[o[1],d,!0]]):c===C?g=E.filter(f=>!x(f,"")).map(f=>[f,k,!0]):g=E.filter(f=>x(f,`[\
"'\`: ]${c} `)).map(f=>[f,w,!0]),g.length?[...g.map(([{start:f,end:b,name:$,variable:v},ue,ze])=>{let de=Ye=>a+I(Ye,a,t)+
a;return{start:f,end:b,text:s($,v,de(ue)),shown:s($,v,ze?a+O+a:de(ue))}}),...Ue(e,new Set(g.map(([{variable:f}])=>f)))]:
null}function Ue(e,t){let n=/^for needed in \((.*)\):\n(?: {4}.*\n)+/m.exec(e);if(!n)return[];let o=n[1].match(/"\w+"/g)?.
filter(a=>!t.has(a.slice(1,-1)))??[],r=`${o.join(", ")}${o.length===1?",":""}`,s=o.length?n[0].replace(n[1],r):"";return[
{start:n.index,end:n.index+n[0].length,text:s,shown:s}]}function Et(e,t,n,[o,r]){let{uses:s,header:a,isInline:u,used:c=Te}=t,
p=n.map(i=>i.name).join("|")||"(?!)",d=u?[]:n.map(({start:i,end:E})=>({start:i,end:E+1,text:"",shown:""}));d.push(...Ue(
e,new Set(n.map(({variable:i})=>i))));for(let{source:i,flags:E}of s){let x=i.replaceAll("SECRET",`(?:${p})`).replaceAll(
"NAME",o),g=new RegExp(x,E);for(let L of e.matchAll(g)){let[f,b]=[L.index,L.index+L[0].length];d.some(v=>f<v.end&&v.start<
b)||d.push({start:f,end:b,text:"",shown:""})}}let w=bt(e,d);if(new RegExp(c.replaceAll("SECRET",`(?:${p})`)).test(c===Te?
w.replace(mt,""):w))return[];for(let[i,E]of a){let x=i.exec(e);if(!x)continue;let g=x.index+x[0].length,L=o==="Authoriza\
tion"?`${r.split(" ")[0]} ${O}`:O,f=$=>E.replace("NAME",()=>o).replace("VALUE",()=>$),b={start:g,end:g,text:f(r),shown:f(
L)};return d.some(({start:$,end:v})=>$<g&&g<v)?[]:[...d,b]}return[]}function bt(e,t){let n=0,o="";for(let{start:r,end:s}of[
...t].sort(H))o+=e.slice(n,r),n=s;return o+e.slice(n)}var ne=new WeakMap;function wt({fill:e,quote:t='"',language:n},o){let{user:r,password:s}=(o.scheme??"Basic")==="Basic"?o:
{},a=r&&s,u=d=>({text:I(d,t,n),shown:O}),c=d=>({text:d,shown:d});if(e==="base")return o.base?c(o.base):null;if(e==="auth\
orization"){let d=ee(o);return d?{text:d,shown:`${d.split(" ")[0]} ${O}`}:null}if(e==="user")return a?c(I(r,t,n)):null;if(e===
"password")return a?u(s):null;if(e==="credentials")return a?u(`${r}:${s}`):null;let p=o[e];return p&&(t||A.number.test(p))?
c(p):null}function oe(e){return h("[data-fill]",e)}function re(e){return e.closest("[data-language]")?.dataset.language??
""}function qe(e){let t=ne.get(e);if(t)return t;let n=e.cloneNode(!0);return ne.set(e,n),n}function yt(e){let t=e.closest(
".callsheet-variant")?.getAttribute("aria-labelledby"),n=t?document.getElementById(t):null;return e.closest(".callsheet-\
outcome")!==null||!!n?.querySelector(".callsheet-status")}function Ie(e,t){let n=S.get(),o=re(e),r=_e(t.textContent??"",
o,n,yt(e)),s=document.createRange();for(let a of oe(t)){let{fill:u="",quote:c}=a.dataset,p=wt({fill:u,quote:c,language:o},
n);if(!p)continue;s.selectNodeContents(t),s.setEndBefore(a);let d=s.toString().length,w=d+(a.textContent??"").length;r.some(
i=>d<i.end&&i.start<w)||r.push({start:d,end:w,...p})}return r.sort(H)}function St(e,{start:t,end:n,shown:o}){let r=document.
createRange(),s=document.createTreeWalker(e,NodeFilter.SHOW_TEXT),a=0,u=!1;for(let c=s.nextNode();c;c=s.nextNode()){let{
length:p}=c;if(!u&&t<a+p&&(r.setStart(c,t-a),u=!0),u&&n<=a+p){r.setEnd(c,n-a);break}a+=p}r.deleteContents(),o&&r.insertNode(
l("span",{class:"callsheet-filled"},o))}function Oe(){let e=!Object.keys(S.get()).length;for(let t of h("[data-language]\
 pre > code")){if(e&&!ne.has(t))continue;let n=qe(t),o=n.cloneNode(!0);for(let r of Ie(t,n).reverse())St(o,r);t.replaceChildren(
...o.childNodes)}}function se(e){let t=qe(e),n=t.textContent??"";for(let o of Ie(e,t).reverse())n=n.slice(0,o.start)+o.text+
n.slice(o.end);return n}function Me(){S.onChange(Oe),m(Oe)}async function K(e){try{return await navigator.clipboard.writeText(e),!0}catch{let t=l("textarea",{readonly:!0,class:"ca\
llsheet-offscreen"});t.value=e,document.body.append(t),t.select();let n=document.execCommand("copy");return t.remove(),n}}
function F(e,t){let n=URL.createObjectURL(new Blob([e],{type:"text/plain"}));l("a",{href:n,download:t}).click(),setTimeout(
()=>URL.revokeObjectURL(n),1e3)}function Be(){let e=oe(),t=[...new Set(e.map(i=>i.dataset.fill??""))],n=t.filter(i=>i.startsWith("path:")),o=l("p",{class:"\
callsheet-note",role:"status"}),r=S.get(),s=(i,E,x,g,L="text")=>{let f=`callsheet-value-${i}`,b=l("input",{id:f,type:L,autocomplete:"\
off",spellcheck:"false","data-value":i,input(){let $=i==="base"?b.value.trim().replace(/\/+$/,""):b.value.trim(),v=!$||!x||
x.test($);b.setAttribute("aria-invalid",String(!v)),o.textContent=v?"":`${E}: ${g}`,S.set(i,v?$:"")}});return b.value=r[i]??
"",l("p",{class:"callsheet-field"},l("label",{for:f},E),b)},a=l("select",{id:"callsheet-value-scheme",change(){S.set("sc\
heme",a.value),w()}},...V().map(i=>l("option",{value:i},i)));a.value=r.scheme??"Basic";let u=l("div",{},s("user","User",
null,""),s("password","Password",null,"","password")),c="letters, digits and . _ ~ + / = : - only.",p=l("div",{},s("toke\
n","Token",A.token,c,"password")),d=l("div",{},s("keyName","Header field",A.keyName,"letters, digits, _ and - only."),s(
"key","Key",A.key,c,"password"));d.querySelector("input").placeholder="X-API-Key";let w=()=>{u.hidden=a.value!=="Basic",
d.hidden=a.value!==C,p.hidden=!u.hidden||!d.hidden};w();let k=i=>e.some(({dataset:E})=>E.quote===""&&E.fill===i);M("Your\
 values",l("p",{},"They are filled into the samples of every page, stay in this tab until you close it, and are sent now\
here."),t.includes("base")&&s("base","Address of the server",A.base,"an address such as https://example.com/tenant."),l(
"p",{class:"callsheet-field"},l("label",{for:a.id},"Authentication"),a),u,p,d,l("p",{class:"callsheet-note"},"Programs t\
hat sign in by another scheme are changed to this one, where that is possible."),...n.map(i=>k(i)?s(i,i.slice(5),A.number,
"a number, please."):s(i,i.slice(5),A.path,"letters, digits and . _ ~ - only.")),o,l("p",{},l("button",{type:"button",class:"\
callsheet-button",click(){S.forget();for(let i of h("[data-value]"))i.value="";a.value="Basic",w(),o.textContent="Forgot\
ten."}},"Forget all")))}var xt="M19 21H8V7h11m0-2H8a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h11a2 2 0 0 0 2-2V7a2 2 0 0 0-2-2m-3-4H4a2 2 0 0 0-2 2v14h2V3h\
12z",$t="M5 20h14v-2H5m14-9h-4V3H9v6H5l7 7z",Ve="callsheet:language",De={ArrowRight:1,ArrowLeft:-1},He=U("localStorage",
"callsheet.language");function Ke(e){return h(":scope > input",e)}function ae(e){return e.nextElementSibling}function vt(e){
let t=Ke(e),n=t.map(a=>{let u=ae(a),c=u.nextElementSibling;c.id=`${a.id}-panel`;let p=l("button",{type:"button",role:"ta\
b",id:`${a.id}-tab`,"aria-controls":c.id,click(){o(p,!0)}},u.textContent??"");return c.setAttribute("role","tabpanel"),c.
setAttribute("aria-labelledby",p.id),a.hidden=!0,u.hidden=!0,p}),o=(a,u)=>{if(n.forEach((c,p)=>{c.setAttribute("aria-sel\
ected",String(c===a)),c.tabIndex=c===a?0:-1,t[p].checked=c===a}),!!u){He.set(a.textContent);for(let c of h(".callsheet-t\
abs",e.closest(".callsheet-variants")??e))c!==e&&c.dispatchEvent(new Event(Ve))}},r=l("div",{role:"tablist",class:"calls\
heet-tablist","aria-label":"Language of the sample",keydown(a){let u=n.indexOf(document.activeElement),c=At(a.key,u,n.length,
getComputedStyle(e).direction==="rtl");c<0||u<0||(a.preventDefault(),n[c].focus(),o(n[c],!0))}},...n);e.prepend(r);let s=()=>{
let a=He.get(),u=n.find(c=>c.textContent===a);o(u??n[t.findIndex(c=>c.checked)]??n[0],!1)};e.addEventListener(Ve,s),s()}
function At(e,t,n,o){return e==="Home"?0:e==="End"?n-1:Object.hasOwn(De,e)?(t+(o?-1:1)*De[e]+n)%n:-1}function Ct(e){let t=Ke(
e),n=e.querySelector(".callsheet-choice"),o=l("select",{"aria-labelledby":n.id,change(){t[o.selectedIndex].checked=!0}},
...t.map(r=>l("option",{},ae(r).textContent??"")));o.selectedIndex=t.findIndex(r=>r.checked);for(let r of t)r.hidden=!0,
ae(r).hidden=!0;n.after(o)}function kt(e){let t=e.querySelector("pre > code"),n=e.querySelector(".callsheet-file");if(!t||
!n)return;let o=T(),r=(c,p,d)=>l("button",{type:"button",class:"callsheet-icon",title:c,"aria-label":c,click:d},N(p)),s=n.
querySelector("code")?.textContent,a=l("span",{class:"callsheet-actions"},o);(e.querySelector("[data-fill]")||Pe(re(t)))&&
a.append(l("button",{type:"button",class:"callsheet-button","aria-haspopup":"dialog",click:Be},"Your values"));let u=async()=>{
o.textContent=await K(se(t))?"Copied":"Select the text to copy it",setTimeout(()=>{o.textContent=""},2e3)};a.append(r("C\
opy",xt,u)),s&&a.append(r(`Download ${s}`,$t,()=>F(se(t),s))),n.append(a)}function Fe(){m(()=>{y(".callsheet-tabs",vt),y(
".callsheet-variants--many",Ct),y(".callsheet-panel, .callsheet-program",kt)})}var le={};Xe(le,{API_KEY:()=>C,VALID:()=>A,badge:()=>pe,copy:()=>K,credentials:()=>D,load:()=>P,make:()=>l,onPage:()=>m,
save:()=>F,schemes:()=>V,siteUrl:()=>R,statusNote:()=>T,storedText:()=>U,values:()=>S});var Lt=16;function Tt(e){let t=e.nextElementSibling,n=[...t.tBodies[0].rows];n.length>=Lt&&e.append(...Rt(t,n)),t.querySelectorAll(
"details").length>1&&e.append(Nt(t))}function Rt(e,t){let n=T(),o=e.getAttribute("aria-label")??"Rows",r=null,s=()=>{r??=
t.map(d=>(d.textContent??"").toLowerCase());let u=r,c=a.value.toLowerCase().split(/\s+/).filter(Boolean),p=0;t.forEach((d,w)=>{
let k=c.every(i=>u[w].includes(i));d.hidden=!k,k&&(p+=1)}),n.textContent=c.length?`${p} of ${t.length} rows`:""},a=l("in\
put",{type:"search",class:"callsheet-input","aria-label":`Filter: ${o}`,placeholder:`Filter ${t.length} rows`,input:s});
return e.addEventListener(W,()=>{a.value="",s()}),[a,n]}function Nt(e){let t=[...e.querySelectorAll("details")],n=l("but\
ton",{type:"button",class:"callsheet-button",click(){let r=t.some(s=>!s.open);for(let s of t)s.open=r;o()}}),o=()=>{n.textContent=
t.every(r=>r.open)?"Collapse all":"Expand all"};for(let r of t)r.addEventListener("toggle",o);return o(),n}var Pt={TABLE:"\
table",THEAD:"rowgroup",TBODY:"rowgroup",TR:"row",TH:"columnheader",TD:"cell"};function _t(e){let{rows:t,tBodies:n,tHead:o}=e,
r=[...t].flatMap(s=>[...s.cells]);for(let s of[e,o,...n,...t,...r])s?.setAttribute("role",Pt[s.tagName])}function We(){m(
()=>{y(".callsheet-tools",Tt),y(".callsheet-table",_t)})}var ce;function Ut(){for(let e of h('.md-search[role="dialog"]'))e.ariaLabel="Search";for(let e of h(".md-nav[aria-label\
ledby]")){let t=e.getAttribute("aria-labelledby")??"";document.getElementById(t)?.textContent?.trim()||(e.removeAttribute(
"aria-labelledby"),e.ariaLabel=e.parentElement?.querySelector("a")?.textContent?.trim()??"")}}function ie(){for(let e of h(
".md-code__nav:not([role])"))e.role="none";for(let e of h(".md-typeset__scrollwrap"))e.toggleAttribute("tabindex",e.scrollWidth>
e.clientWidth),e.hasAttribute("tabindex")&&(e.tabIndex=0)}function je(){m(()=>{Ut(),ie(),ce?.disconnect(),ce=new MutationObserver(
ie);for(let e of h(".md-content"))ce.observe(e,{childList:!0,subtree:!0})}),addEventListener("resize",ie)}be(document.currentScript);window.callsheet={...le};Fe();Me();We();ge();ye();je();$e();xe();Ae();we();me();})();
