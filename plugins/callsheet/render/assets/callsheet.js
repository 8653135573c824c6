/*! Made by `make javascript`: sources ac9e71564f6048a7, code f67a403b3c323edb */
"use strict";(()=>{var Ze=Object.defineProperty;var Qe=(e,t)=>{for(var n in t)Ze(e,n,{get:t[n],enumerable:!0})};function l(e,t={},...n){let o=document.createElement(e);for(let[s,a]of Object.entries(t))typeof a=="function"?o.addEventListener(
s,a):a!==!1&&o.setAttribute(s,a===!0?"":String(a));return o.append(...n),o}function R(e){let t=document.createElementNS(
"http://www.w3.org/2000/svg","svg");t.setAttribute("viewBox","0 0 24 24"),t.setAttribute("aria-hidden","true");let n=document.
createElementNS(t.namespaceURI,"path");return n.setAttribute("d",e),t.append(n),t}function fe(e){let t=e.toLowerCase();return l(
"span",{class:`callsheet-method callsheet-method--${t}`},e)}function h(e,t=document){return[...t.querySelectorAll(e)]}function C(e="\
callsheet-said"){return l("span",{role:"status",class:e})}var me=[];function f(e){me.push(e)}function he(){let e=()=>{for(let t of me)t()};document.readyState==="loading"?addEventListener(
"DOMContentLoaded",e):e(),window.document$?.subscribe(e)}function g(e,t){for(let n of h(e))n.dataset.callsheetReady===void 0&&
(n.dataset.callsheetReady="",t(n))}var G="callsheet:reveal";function ge(){let e=document.getElementById(X(location.hash));if(!e?.closest(".callsheet"))return;
let t=!1;for(let n=e;n;n=n.parentElement)n instanceof HTMLDetailsElement&&!n.open&&(n.open=!0,t=!0);e.hidden&&(e.closest(
"table")?.dispatchEvent(new Event(G)),t=!0),t&&e.scrollIntoView()}function X(e){try{return decodeURIComponent(e.slice(1))}catch{
return e.slice(1)}}function be(){let e=new Set;addEventListener("hashchange",ge),addEventListener("beforeprint",()=>{for(let t of h(
".callsheet details:not([open])")){let n=t;n.open=!0,e.add(n)}}),addEventListener("afterprint",()=>{for(let t of e)t.open=
!1;e.clear()}),f(ge)}var Ee="";function we(e){Ee=new URL("../../",e.src).href}function P(e){return Ee+e}function V(e){return P(`assets/callsh\
eet/${e}`)}function D(e){return new Promise(t=>{let n=V(e);document.querySelector(`link[href="${n}"]`)?t(null):document.
head.append(l("link",{rel:"stylesheet",href:n,load:t,error:t}))})}var J=new Map;function N(e){let t=J.get(e);return t||(t=
new Promise((n,o)=>{let s=()=>{J.delete(e),o(new Error(`${e} cannot be loaded`))};document.head.append(l("script",{src:V(
e),load:n,error:s}))}),J.set(e,t)),t}var et="M8 5v14l11-7z";async function tt(e){let{callsheet:t}=window;t.toggleConsole||await Promise.all([N("console/conso\
le.js"),D("console/console.css")]),await t.toggleConsole?.(e)}function nt(e){let t=C(),n=!1,o=l("button",{type:"button",
class:"callsheet-button callsheet-primary","aria-expanded":"false",async click(){if(!n){n=!0;try{await tt(o),t.textContent=
""}catch(s){t.textContent="It cannot be loaded.",reportError(s)}finally{n=!1}}}},R(et),"Try it");e.append(t,o)}function ye(){
f(()=>g(".callsheet-route",nt))}function ot(){let e=document.querySelector(".md-sidebar--secondary .md-nav--secondary"),t=document.querySelector(".md-na\
v--primary .md-nav__item--active > .md-nav__link--active");!e?.querySelector("li")||!t||document.getElementById("__toc")||
(t.before(l("input",{class:"md-nav__toggle md-toggle",type:"checkbox",id:"__toc"}),l("label",{class:t.className,for:"__t\
oc"},...t.cloneNode(!0).childNodes,l("span",{class:"md-nav__icon md-icon"}))),t.after(e.cloneNode(!0)))}function Se(){f(
ot)}function H(e,...t){let n=l("button",{type:"button",class:"callsheet-button callsheet-close","aria-label":"Close",click(){
s.close()}},"×"),o=t.filter(a=>a!==!1),s=l("dialog",{class:"callsheet callsheet-dialog md-typeset","aria-label":e,close(){
s.remove()},click(a){a.target===s&&s.close()}},l("div",{},l("h2",{},e),...o,n));return document.body.append(s),s.showModal(),
s}var st="M9.5 3A6.5 6.5 0 0 1 16 9.5c0 1.61-.59 3.09-1.56 4.23l.27.27h.79l5 5-1.5 1.5-5-5v-.79l-.27-.27A6.52 6.52 0 0 1 9\
.5 16 6.5 6.5 0 0 1 3 9.5 6.5 6.5 0 0 1 9.5 3m0 2C7 5 5 7 5 9.5S7 14 9.5 14 14 12 14 9.5 12 5 9.5 5",xe="callsheet-resul\
ts",Z=".md-search__input",Q=`${Z}[aria-haspopup]`,rt='.md-search, label[for="__search"]';async function U(e=""){if(document.
querySelector("dialog[open]"))return;let t=l("p",{role:"status",class:"callsheet-note"},"Loading …"),n=l("div",{role:"\
listbox",id:xe,class:"callsheet-found","aria-label":"Results",hidden:!0}),o=l("input",{type:"text",class:"callsheet-inpu\
t",role:"combobox","aria-label":"Search","aria-expanded":"false","aria-controls":xe,"aria-autocomplete":"list",placeholder:"\
Words, method and path, address or uid",autocomplete:"off",autocapitalize:"none",enterkeyhint:"go",maxlength:"1000",spellcheck:"\
false"}),s=c=>l("kbd",{},c),a=[s("/")," or ",s("Ctrl K")," opens the search, ",s("↑")," ",s("↓")," move, ",s("Enter"),
" goes to the page, ",s("Esc")," closes."],r=l("p",{class:"callsheet-note callsheet-keys"},...a),i=H("Search",o,t,n,r);i.
addEventListener("close",()=>{let{activeElement:c}=document;O(c)&&c.select()}),o.value=e,o.focus();try{await N("search.j\
s"),window.callsheet.attachSearch?.({dialog:i,input:o,said:t,list:n})}catch{t.textContent="The search cannot be loaded."}}
function at(e){return!(e instanceof HTMLElement)||O(e)||e.closest("dialog:not([open])")?!1:e.isContentEditable||/^(input|textarea|select)$/i.
test(e.tagName)}function O(e){return e instanceof Element&&e.matches(Q)}function lt(e){let{altKey:t,ctrlKey:n,metaKey:o,
shiftKey:s,key:a,target:r}=e,i=a.toLowerCase()==="k"&&(n||o)&&!t&&!s,p=(document.querySelector(Q)?["/","f","s"]:["/"]).includes(
a)&&!n&&!o&&!t&&!O(r),u=a==="Enter"&&O(r);!(i||p||u)||at(r)||(e.preventDefault(),e.stopImmediatePropagation(),U())}function ct(){
addEventListener("click",e=>{!(e.target instanceof Element&&e.target.closest(rt))||!document.querySelector(Q)||(e.preventDefault(),
U())},!0),addEventListener("input",({target:e})=>{O(e)&&(U(e.value),e.value="")},!0)}function it(e){if(new URLSearchParams(
location.search).has("q"))return;let t=e.cloneNode();t.setAttribute("aria-haspopup","dialog"),t.title="Search (Ctrl K)",
e.replaceWith(t)}function dt(){if(document.querySelector(`${Z}, .callsheet-finder`))return;let e=l("button",{type:"butto\
n",class:"callsheet-finder","aria-haspopup":"dialog",title:"Search (Ctrl K)","aria-label":"Search",click(){U()}},R(st)),
t=document.querySelector(".md-header__title");t?(e.classList.add("md-header__button","md-icon"),t.after(e)):document.querySelector(
".callsheet")?.prepend(e)}function $e(){addEventListener("keydown",lt,!0),ct(),f(()=>{g(Z,it),dt()})}var ut=/%..|\.html$|[^\p{L}\p{N}]+/gu;function pt(){let e=new URL(P("")).pathname,{pathname:t}=location;return(t.startsWith(
e)?t.slice(e.length):t).replace(ut," ").trim()}function ft(e){let t=l("input",{type:"search",class:"callsheet-input","ar\
ia-label":"Search",value:pt(),maxlength:"1000"}),n=l("button",{class:"callsheet-button callsheet-primary"},"Search"),o=s=>{
s.preventDefault(),U(t.value)};e.append(l("form",{role:"search",submit:o},t,n))}function ve(){f(()=>g(".callsheet-missin\
g",ft))}function mt(e){let t=[...e.parentElement?.children??[]].filter(o=>o!==e),n=l("input",{type:"search","aria-label":"Filter\
 the operations of this group",placeholder:`Filter ${t.length}`,input(){let o=n.value.toLowerCase().split(/\s+/).filter(
Boolean);for(let s of t){let a=s.querySelector("a"),r=`${s.textContent} ${a?.title} ${a?.pathname}`.toLowerCase();s.hidden=
!o.every(i=>r.includes(i))}}});e.append(n)}function Ae(){f(()=>g(".callsheet-filter",mt))}var ht="uid/";function Ce(){let e=document.querySelector("[data-callsheet-uids]"),t=X(location.hash);if(!e||!t)return;let n=document.
getElementById(t)?.querySelector("a");n&&e.contains(n)?location.replace(n.href):(e.querySelector("[role=status]")?.remove(),
e.prepend(l("p",{role:"status"},`No operation has the uid ${t}.`)))}function ke(){addEventListener("hashchange",Ce),f(()=>{
let e=P(ht),t=location.href.split(/[?#]/)[0],[,n]=/^([^/]+)\/?$/.exec(t.slice(e.length))??[];t.startsWith(e)&&n&&n!=="in\
dex.html"?location.replace(`${e}index.html#${n}`):Ce()})}function I(e,t,n){if(!t)return e;if(/^(bash|sh|shell|console|curl)$/.test(n))return t==="'"?e.replaceAll("'","'\\''"):e.
replace(/[\\"$`]/g,"\\$&");if(/^(powershell|pwsh)$/.test(n))return t==="'"?e.replace(/['\u2018-\u201b]/g,"$&$&"):e.replace(
/["$`\u201c-\u201e]/g,"`$&");let o=e.replaceAll("\\","\\\\").replaceAll(t,`\\${t}`);return t!=='"'?o:/^(php|perl|kotlin|dart|groovy)$/.
test(n)?o.replaceAll("$","\\$"):n==="ruby"?o.replaceAll("#","\\#"):o}function _(e,t){let n=null;return{get(){try{return window[e].getItem(t)}catch{return n}},set(o){n=o;try{o===null?window[e].
removeItem(t):window[e].setItem(t,o)}catch{}}}}var ne=_("sessionStorage","callsheet.values"),Re=new Set,F=new Map,Le=["user","password","token","key","keyName"];function Te(){
try{return JSON.parse(ne.get()??"")??{}}catch{return{}}}function ee(){return globalThis.location?.pathname??""}var S={get:()=>({
...Te(),...Object.fromEntries(F.get(ee())??[])}),set(e,t){let n={...Te(),[e]:t};t||delete n[e],Le.includes(e)&&(n.mark=Math.
random().toString(36).slice(2)),Le.some(o=>n[o])||delete n.mark,F.get(ee())?.delete(e),ne.set(Object.keys(n).length?JSON.
stringify(n):null),te()},setHere(e){F.set(ee(),new Map(e)),te()},forget(){ne.set(null),F.clear(),te()},onChange(e){Re.add(
e)}};function te(){for(let e of Re)e()}var A={base:/^https?:\/\/[^\s"'`\\$<>?#]+$/i,token:/^[\w.~+/=:-]+$/,key:/^[\w.~+/=:-]+$/,
keyName:/^[\w-]+$/,path:/^[\w.~-]+$/,number:/^-?\d+(\.\d+)?$/},k="API key",gt="X-API-Key";function K(){let t=document.querySelector(
"[data-callsheet-schemes]")?.dataset.callsheetSchemes?.split(" ")??[];return[...new Set(["Basic","Bearer",...t,k,S.get().
scheme??"Basic"])]}function j(e){if(e.scheme===k)return e.key?[e.keyName??gt,e.key]:null;let t=oe(e);return t?["Authoriz\
ation",t]:null}function oe({scheme:e="Basic",user:t,password:n,token:o}){if(e===k)return"";if(e!=="Basic")return o?`${e}\
 ${o}`:"";if(!t||!n)return"";let s=new TextEncoder().encode(`${t}:${n}`);return`Basic ${btoa(String.fromCharCode(...s))}`}var q="••••••",Ne=String.raw`(?<![\w.$"'])SECRET\b(?!["']|\s*:)|\{SECRET\}`,bt=/^\s*(?:\/\/|#).*|^"""[\s\S]*?"""|(?<![$f])"(?:[^"\\\n]|\\.)*"/gm,
Pe={setting:/^const (\w+) =\s+(?:process\.env\.(\w+)\s+\?\? .*|needed\(\s*"(\w+)",?\s*\));$/gm,write:(e,t,n)=>`const ${e}\
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
`]]},Ue={setting:/\{\{\$processEnv (\w+)\}\}/g,write:(e,t,n)=>n,quote:"",isInline:!0,used:String.raw`\$processEnv SECRET\b`,
uses:[/^(?:Authorization|NAME):.*\n?/gim,/^[\w-]+: .*\{\{\$processEnv .*\n?/gm],header:[[/^[A-Z]+ (?:\{\{baseUrl\}\}|https?:|\/).*\n?/m,
`NAME: VALUE
`]]},se={python:{setting:/^([A-Z]\w*) = os\.environ(?:\.get\(\s*"(\w+)",\s+(?:"[^"\n]*"|'[^'\n]*'),?\s*\)|\["(\w+)"\])$/gm,
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
`]]},javascript:Pe,typescript:Pe,csharp:{setting:/^var (\w+) =\s+Environment\.GetEnvironmentVariable\(\s*"(\w+)"\s*\)\s+\?\? .*;$/gm,
write:(e,t,n)=>`var ${e} = Environment.GetEnvironmentVariable("${t}") ?? ${n};`,login:/"(?:Basic|Digest)",\s/,uses:[/^request\.Headers\.Authorization = (?:(?!;\n)[\s\S])*\{SECRET\}(?:(?!;\n)[\s\S])*;\n/gm,
/^request\.Headers\.\w+\((?:(?!;\n)[\s\S])*(?:,\s+SECRET\b|\{SECRET\})(?:(?!;\n)[\s\S])*;\n/gm,/^query\.Add\((?:(?!;\n)[\s\S])*(?:,\s+SECRET\b|\{SECRET\})(?:(?!;\n)[\s\S])*;\n/gm],
header:[[/^using var request = (?:(?!;\n)[\s\S])*;\n/m,`request.Headers.TryAddWithoutValidation("NAME", "VALUE");
`]]},php:{setting:/^\$(\w+) = getenv\('(\w+)'\)\s+\?: .*;$/gm,write:(e,t,n)=>`$${e} = getenv('${t}') ?: ${n};`,quote:"'",
login:/^ {4}CURLOPT_USERPWD/m,used:String.raw`\$\{?SECRET\b`,uses:[/^ {4}CURLOPT_(?:HTTPAUTH|USERPWD) => .*\n/gm,/^ {8}'[\w-]+: .*\$SECRET\b.*,\n/gm],
header:[[/^ {4}CURLOPT_HTTPHEADER => \[\n/m,`        'NAME: VALUE',
`],[/^curl_setopt_array\(.*\n/m,`    CURLOPT_HTTPHEADER => ['NAME: VALUE'],
`]]},http:Ue,text:Ue};function _e(e){return Object.hasOwn(se,e)}function qe(e,t,n,o){let s=Object.hasOwn(se,t)?se[t]:void 0,
a=j(n);if(!s||!a)return[];let r=Et(e,s);return(wt(e,t,s,r,n)??(o?[]:yt(e,s,r,a))).sort(W)}function W(e,t){return e.start-
t.start||e.end-t.end}function Et(e,{setting:t}){return t?[...e.matchAll(t)].map(n=>({start:n.index,end:n.index+n[0].length,
name:n[1],variable:n[2]??n[3]??n[1]})).filter(({name:n})=>!/^base_?url$/i.test(n)):[]}function wt(e,t,n,o,s){let{write:a,
quote:r='"',login:i}=n;if(!a||!o.length)return null;let{scheme:c="Basic",user:p="",password:u="",token:b="",key:L=""}=s,
d=i?.test(e)??!1,w=d?o.slice(2):o,x=({name:m},y)=>new RegExp(`Authorization.*?${y}.*\\b${m}\\b`,"i").test(e),E=[];return c===
"Basic"?d&&o.length>1&&(E=[[o[0],p,!1],[o[1],u,!0]]):c===k?E=w.filter(m=>!x(m,"")).map(m=>[m,L,!0]):E=w.filter(m=>x(m,`[\
"'\`: ]${c} `)).map(m=>[m,b,!0]),E.length?[...E.map(([{start:m,end:y,name:$,variable:v},ue,Xe])=>{let pe=Je=>r+I(Je,r,t)+
r;return{start:m,end:y,text:a($,v,pe(ue)),shown:a($,v,Xe?r+q+r:pe(ue))}}),...Oe(e,new Set(E.map(([{variable:m}])=>m)))]:
null}function Oe(e,t){let n=/^for needed in \((.*)\):\n(?: {4}.*\n)+/m.exec(e);if(!n)return[];let o=n[1].match(/"\w+"/g)?.
filter(r=>!t.has(r.slice(1,-1)))??[],s=`${o.join(", ")}${o.length===1?",":""}`,a=o.length?n[0].replace(n[1],s):"";return[
{start:n.index,end:n.index+n[0].length,text:a,shown:a}]}function yt(e,t,n,[o,s]){let{uses:a,header:r,isInline:i,used:c=Ne}=t,
p=n.map(d=>d.name).join("|")||"(?!)",u=i?[]:n.map(({start:d,end:w})=>({start:d,end:w+1,text:"",shown:""}));u.push(...Oe(
e,new Set(n.map(({variable:d})=>d))));for(let{source:d,flags:w}of a){let x=d.replaceAll("SECRET",`(?:${p})`).replaceAll(
"NAME",o),E=new RegExp(x,w);for(let T of e.matchAll(E)){let[m,y]=[T.index,T.index+T[0].length];u.some(v=>m<v.end&&v.start<
y)||u.push({start:m,end:y,text:"",shown:""})}}let b=St(e,u);if(new RegExp(c.replaceAll("SECRET",`(?:${p})`)).test(c===Ne?
b.replace(bt,""):b))return[];for(let[d,w]of r){let x=d.exec(e);if(!x)continue;let E=x.index+x[0].length,T=o==="Authoriza\
tion"?`${s.split(" ")[0]} ${q}`:q,m=$=>w.replace("NAME",()=>o).replace("VALUE",()=>$),y={start:E,end:E,text:m(s),shown:m(
T)};return u.some(({start:$,end:v})=>$<E&&E<v)?[]:[...u,y]}return[]}function St(e,t){let n=0,o="";for(let{start:s,end:a}of[
...t].sort(W))o+=e.slice(n,s),n=a;return o+e.slice(n)}var re=new WeakMap;function xt({fill:e,quote:t='"',language:n},o){let{user:s,password:a}=(o.scheme??"Basic")==="Basic"?o:
{},r=s&&a,i=u=>({text:I(u,t,n),shown:q}),c=u=>({text:u,shown:u});if(e==="base")return o.base?c(o.base):null;if(e==="auth\
orization"){let u=oe(o);return u?{text:u,shown:`${u.split(" ")[0]} ${q}`}:null}if(e==="user")return r?c(I(s,t,n)):null;if(e===
"password")return r?i(a):null;if(e==="credentials")return r?i(`${s}:${a}`):null;let p=o[e];return p&&(t||A.number.test(p))?
c(p):null}function ae(e){return h("[data-fill]",e)}function M(e){return e.closest("[data-language]")?.dataset.language??
""}function Me(e){let t=re.get(e);if(t)return t;let n=e.cloneNode(!0);return re.set(e,n),n}function $t(e){let t=e.closest(
".callsheet-variant")?.getAttribute("aria-labelledby"),n=t?document.getElementById(t):null;return e.closest(".callsheet-\
outcome")!==null||!!n?.querySelector(".callsheet-status")}function Be(e,t){let n=S.get(),o=M(e),s=qe(t.textContent??"",o,
n,$t(e)),a=document.createRange();for(let r of ae(t)){let{fill:i="",quote:c}=r.dataset,p=xt({fill:i,quote:c,language:o},
n);if(!p)continue;a.selectNodeContents(t),a.setEndBefore(r);let u=a.toString().length,b=u+(r.textContent??"").length;s.some(
d=>u<d.end&&d.start<b)||s.push({start:u,end:b,...p})}return s.sort(W)}function vt(e,{start:t,end:n,shown:o}){let s=document.
createRange(),a=document.createTreeWalker(e,NodeFilter.SHOW_TEXT),r=0,i=!1;for(let c=a.nextNode();c;c=a.nextNode()){let{
length:p}=c;if(!i&&t<r+p&&(s.setStart(c,t-r),i=!0),i&&n<=r+p){s.setEnd(c,n-r);break}r+=p}s.deleteContents(),o&&s.insertNode(
l("span",{class:"callsheet-filled"},o))}function Ie(){let e=!Object.keys(S.get()).length;for(let t of h("[data-language]\
 pre > code")){if(e&&!re.has(t))continue;let n=Me(t),o=n.cloneNode(!0);for(let s of Be(t,n).reverse())vt(o,s);t.replaceChildren(
...o.childNodes)}}function B(e){let t=Me(e),n=t.textContent??"";for(let o of Be(e,t).reverse())n=n.slice(0,o.start)+o.text+
n.slice(o.end);return n}function Ve(){S.onChange(Ie),f(Ie)}var At="M8 5v14l11-7z";function Ct(e){let t=e.querySelector("pre > code"),n=e.querySelector(".callsheet-file");if(!t||!n)
return;let o=M(t);if(o!=="python"&&o!=="javascript")return;let s=C(),a=()=>({language:o,name:n.querySelector("code")?.textContent??
"program.py",source:B(t),files:h("a[download]",n).map(({href:i})=>[decodeURIComponent(i.split("/").slice(-2).join("/")),
i])}),r=l("button",{type:"button",class:"callsheet-button callsheet-primary",title:"Run this program in this page",async click(){
r.disabled=!0;try{await Promise.all([N("sandbox/sandbox.js"),D("sandbox/sandbox.css")]),s.textContent="",await window.callsheet.
runProgram?.(e,a)}catch(i){s.textContent="It cannot be loaded.",reportError(i)}finally{r.disabled=!1}}},R(At),"Run");n.append(
s,r)}function De(){f(()=>g(".callsheet-panel pre, .callsheet-program pre",e=>{let t=e.closest(".callsheet-panel, .callsh\
eet-program");t&&Ct(t)}))}async function z(e){try{return await navigator.clipboard.writeText(e),!0}catch{let t=l("textarea",{readonly:!0,class:"ca\
llsheet-offscreen"});t.value=e,document.body.append(t),t.select();let n=document.execCommand("copy");return t.remove(),n}}
function Y(e,t){let n=URL.createObjectURL(new Blob([e],{type:"text/plain"}));l("a",{href:n,download:t}).click(),setTimeout(
()=>URL.revokeObjectURL(n),1e3)}function He(){let e=ae(),t=[...new Set(e.map(d=>d.dataset.fill??""))],n=t.filter(d=>d.startsWith("path:")),o=l("p",{class:"\
callsheet-note",role:"status"}),s=S.get(),a=(d,w,x,E,T="text")=>{let m=`callsheet-value-${d}`,y=l("input",{id:m,type:T,autocomplete:"\
off",spellcheck:"false","data-value":d,input(){let $=d==="base"?y.value.trim().replace(/\/+$/,""):y.value.trim(),v=!$||!x||
x.test($);y.setAttribute("aria-invalid",String(!v)),o.textContent=v?"":`${w}: ${E}`,S.set(d,v?$:"")}});return y.value=s[d]??
"",l("p",{class:"callsheet-field"},l("label",{for:m},w),y)},r=l("select",{id:"callsheet-value-scheme",change(){S.set("sc\
heme",r.value),b()}},...K().map(d=>l("option",{value:d},d)));r.value=s.scheme??"Basic";let i=l("div",{},a("user","User",
null,""),a("password","Password",null,"","password")),c="letters, digits and . _ ~ + / = : - only.",p=l("div",{},a("toke\
n","Token",A.token,c,"password")),u=l("div",{},a("keyName","Header field",A.keyName,"letters, digits, _ and - only."),a(
"key","Key",A.key,c,"password"));u.querySelector("input").placeholder="X-API-Key";let b=()=>{i.hidden=r.value!=="Basic",
u.hidden=r.value!==k,p.hidden=!i.hidden||!u.hidden};b();let L=d=>e.some(({dataset:w})=>w.quote===""&&w.fill===d);H("Your\
 values",l("p",{},"They are filled into the samples of every page, stay in this tab until you close it, and are sent now\
here."),t.includes("base")&&a("base","Address of the server",A.base,"an address such as https://example.com/tenant."),l(
"p",{class:"callsheet-field"},l("label",{for:r.id},"Authentication"),r),i,p,u,l("p",{class:"callsheet-note"},"Programs t\
hat sign in by another scheme are changed to this one, where that is possible."),...n.map(d=>L(d)?a(d,d.slice(5),A.number,
"a number, please."):a(d,d.slice(5),A.path,"letters, digits and . _ ~ - only.")),o,l("p",{},l("button",{type:"button",class:"\
callsheet-button",click(){S.forget();for(let d of h("[data-value]"))d.value="";r.value="Basic",b(),o.textContent="Forgot\
ten."}},"Forget all")))}var kt="M19 21H8V7h11m0-2H8a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h11a2 2 0 0 0 2-2V7a2 2 0 0 0-2-2m-3-4H4a2 2 0 0 0-2 2v14h2V3h\
12z",Lt="M5 20h14v-2H5m14-9h-4V3H9v6H5l7 7z",Fe="callsheet:language",Ke={ArrowRight:1,ArrowLeft:-1},je=_("localStorage",
"callsheet.language");function We(e){return h(":scope > input",e)}function le(e){return e.nextElementSibling}function Tt(e){
let t=We(e),n=t.map(r=>{let i=le(r),c=i.nextElementSibling;c.id=`${r.id}-panel`;let p=l("button",{type:"button",role:"ta\
b",id:`${r.id}-tab`,"aria-controls":c.id,click(){o(p,!0)}},i.textContent??"");return c.setAttribute("role","tabpanel"),c.
setAttribute("aria-labelledby",p.id),r.hidden=!0,i.hidden=!0,p}),o=(r,i)=>{if(n.forEach((c,p)=>{c.setAttribute("aria-sel\
ected",String(c===r)),c.tabIndex=c===r?0:-1,t[p].checked=c===r}),!!i){je.set(r.textContent);for(let c of h(".callsheet-t\
abs",e.closest(".callsheet-variants")??e))c!==e&&c.dispatchEvent(new Event(Fe))}},s=l("div",{role:"tablist",class:"calls\
heet-tablist","aria-label":"Language of the sample",keydown(r){let i=n.indexOf(document.activeElement),c=Rt(r.key,i,n.length,
getComputedStyle(e).direction==="rtl");c<0||i<0||(r.preventDefault(),n[c].focus(),o(n[c],!0))}},...n);e.prepend(s);let a=()=>{
let r=je.get(),i=n.find(c=>c.textContent===r);o(i??n[t.findIndex(c=>c.checked)]??n[0],!1)};e.addEventListener(Fe,a),a()}
function Rt(e,t,n,o){return e==="Home"?0:e==="End"?n-1:Object.hasOwn(Ke,e)?(t+(o?-1:1)*Ke[e]+n)%n:-1}function Nt(e){let t=We(
e),n=e.querySelector(".callsheet-choice"),o=l("select",{"aria-labelledby":n.id,change(){t[o.selectedIndex].checked=!0}},
...t.map(s=>l("option",{},le(s).textContent??"")));o.selectedIndex=t.findIndex(s=>s.checked);for(let s of t)s.hidden=!0,
le(s).hidden=!0;n.after(o)}function Pt(e){let t=e.querySelector("pre > code"),n=e.querySelector(".callsheet-file");if(!t||
!n)return;let o=C(),s=(p,u,b)=>l("button",{type:"button",class:"callsheet-icon",title:p,"aria-label":p,click:b},R(u)),a=n.
querySelector("code")?.textContent,r=l("span",{class:"callsheet-actions"},o);(e.querySelector("[data-fill]")||_e(M(t)))&&
r.append(l("button",{type:"button",class:"callsheet-button","aria-haspopup":"dialog",click:He},"Your values"));let i=async()=>{
o.textContent=await z(B(t))?"Copied":"Select the text to copy it",setTimeout(()=>{o.textContent=""},2e3)},c=h("details",
t);c.length&&r.append(Ut(c)),r.append(s("Copy",kt,i)),a&&r.append(s(`Download ${a}`,Lt,()=>Y(B(t),a))),n.append(r)}function Ut(e){
let t=e.map(r=>r.open),n=t.includes(!1)?t:e.map((r,i)=>i===0),o=()=>e.every(r=>r.open),s=l("button",{type:"button",class:"\
callsheet-button",click(){let r=!o();e.forEach((i,c)=>{i.open=r||n[c]})}}),a=()=>{s.textContent=o()?"Fold":"Unfold"};for(let r of e)
r.addEventListener("toggle",a);return a(),s}function ze(){f(()=>{g(".callsheet-tabs",Tt),g(".callsheet-variants--many",Nt),
g(".callsheet-panel, .callsheet-program, .callsheet-json",Pt)})}var ce={};Qe(ce,{API_KEY:()=>k,VALID:()=>A,assetUrl:()=>V,badge:()=>fe,copy:()=>z,credentials:()=>j,load:()=>N,make:()=>l,
onPage:()=>f,save:()=>Y,schemes:()=>K,siteUrl:()=>P,statusNote:()=>C,storedText:()=>_,values:()=>S});var _t=16;function qt(e){let t=e.nextElementSibling,n=[...t.tBodies[0].rows];n.length>=_t&&e.append(...Ot(t,n)),t.querySelectorAll(
"details").length>1&&e.append(It(t))}function Ot(e,t){let n=C(),o=e.getAttribute("aria-label")??"Rows",s=null,a=()=>{s??=
t.map(u=>(u.textContent??"").toLowerCase());let i=s,c=r.value.toLowerCase().split(/\s+/).filter(Boolean),p=0;t.forEach((u,b)=>{
let L=c.every(d=>i[b].includes(d));u.hidden=!L,L&&(p+=1)}),n.textContent=c.length?`${p} of ${t.length} rows`:""},r=l("in\
put",{type:"search",class:"callsheet-input","aria-label":`Filter: ${o}`,placeholder:`Filter ${t.length} rows`,input:a});
return e.addEventListener(G,()=>{r.value="",a()}),[r,n]}function It(e){let t=[...e.querySelectorAll("details")],n=l("but\
ton",{type:"button",class:"callsheet-button",click(){let s=t.some(a=>!a.open);for(let a of t)a.open=s;o()}}),o=()=>{n.textContent=
t.every(s=>s.open)?"Collapse all":"Expand all"};for(let s of t)s.addEventListener("toggle",o);return o(),n}var Mt={TABLE:"\
table",THEAD:"rowgroup",TBODY:"rowgroup",TR:"row",TH:"columnheader",TD:"cell"};function Bt(e){let{rows:t,tBodies:n,tHead:o}=e,
s=[...t].flatMap(a=>[...a.cells]);for(let a of[e,o,...n,...t,...s])a?.setAttribute("role",Mt[a.tagName])}function Ye(){f(
()=>{g(".callsheet-tools",qt),g(".callsheet-table",Bt)})}var ie;function Vt(){for(let e of h('.md-search[role="dialog"]'))e.ariaLabel="Search";for(let e of h(".md-nav[aria-label\
ledby]")){let t=e.getAttribute("aria-labelledby")??"";document.getElementById(t)?.textContent?.trim()||(e.removeAttribute(
"aria-labelledby"),e.ariaLabel=e.parentElement?.querySelector("a")?.textContent?.trim()??"")}}function de(){for(let e of h(
".md-code__nav:not([role])"))e.role="none";for(let e of h(".md-typeset__scrollwrap"))e.toggleAttribute("tabindex",e.scrollWidth>
e.clientWidth),e.hasAttribute("tabindex")&&(e.tabIndex=0)}function Ge(){f(()=>{Vt(),de(),ie?.disconnect(),ie=new MutationObserver(
de);for(let e of h(".md-content"))ie.observe(e,{childList:!0,subtree:!0})}),addEventListener("resize",de)}we(document.currentScript);window.callsheet={...ce,startRunButtons:De};ze();Ve();Ye();be();Se();Ge();ve();Ae();$e();ke();
ye();he();})();
