/*! Made by `make javascript`: sources 4a799a910a13527f, code f77966533436ab95 */
"use strict";(()=>{var Ze=Object.defineProperty;var Qe=(e,t)=>{for(var n in t)Ze(e,n,{get:t[n],enumerable:!0})};function l(e,t={},...n){let o=document.createElement(e);for(let[s,a]of Object.entries(t))typeof a=="function"?o.addEventListener(
s,a):a!==!1&&o.setAttribute(s,a===!0?"":String(a));return o.append(...n),o}function N(e){let t=document.createElementNS(
"http://www.w3.org/2000/svg","svg");t.setAttribute("viewBox","0 0 24 24"),t.setAttribute("aria-hidden","true");let n=document.
createElementNS(t.namespaceURI,"path");return n.setAttribute("d",e),t.append(n),t}function pe(e){let t=e.toLowerCase();return l(
"span",{class:`callsheet-method callsheet-method--${t}`},e)}function fe(e){return e.split(/(?<=[^/:])(?=[/?&])/).flatMap(
(t,n)=>n?[l("wbr"),t]:[t])}function h(e,t=document){return[...t.querySelectorAll(e)]}function T(e="callsheet-said"){return l(
"span",{role:"status",class:e})}var me=[];function f(e){me.push(e)}function he(){let e=()=>{for(let t of me)t()};document.readyState==="loading"?addEventListener(
"DOMContentLoaded",e):e(),window.document$?.subscribe(e)}function b(e,t){for(let n of h(e))n.dataset.callsheetReady===void 0&&
(n.dataset.callsheetReady="",t(n))}var j="callsheet:reveal";function ge(){let e=document.getElementById(z(location.hash));if(!e?.closest(".callsheet"))return;
let t=!1;for(let n=e;n;n=n.parentElement)n instanceof HTMLDetailsElement&&!n.open&&(n.open=!0,t=!0);e.hidden&&(e.closest(
"table")?.dispatchEvent(new Event(j)),t=!0),t&&e.scrollIntoView()}function z(e){try{return decodeURIComponent(e.slice(1))}catch{
return e.slice(1)}}function Ee(){let e=new Set;addEventListener("hashchange",ge),addEventListener("beforeprint",()=>{for(let t of h(
".callsheet details:not([open])")){let n=t;n.open=!0,e.add(n)}}),addEventListener("afterprint",()=>{for(let t of e)t.open=
!1;e.clear()}),f(ge)}var be="";function we(e){be=new URL("../../",e.src).href}function R(e){return be+e}function ye(e){return R(`assets/calls\
heet/${e}`)}function I(e){return new Promise(t=>{let n=ye(e);document.head.append(l("link",{rel:"stylesheet",href:n,load:t,
error:t}))})}var Y=new Map;function P(e){let t=Y.get(e);return t||(t=new Promise((n,o)=>{let s=()=>{Y.delete(e),o(new Error(
`${e} cannot be loaded`))};document.head.append(l("script",{src:ye(e),load:n,error:s}))}),Y.set(e,t)),t}var et="M8 5v14l11-7z";async function tt(e){let{callsheet:t}=window;t.toggleConsole||await Promise.all([P("console/conso\
le.js"),I("console/console.css")]),await t.toggleConsole?.(e)}function nt(e){let t=T(),n=!1,o=l("button",{type:"button",
class:"callsheet-button callsheet-primary","aria-expanded":"false",async click(){if(!n){n=!0;try{await tt(o),t.textContent=
""}catch(s){t.textContent="It cannot be loaded.",reportError(s)}finally{n=!1}}}},N(et),"Try it");e.append(t,o)}function Se(){
f(()=>b(".callsheet-route",nt))}function ot(){let e=document.querySelector(".md-sidebar--secondary .md-nav--secondary"),t=document.querySelector(".md-na\
v--primary .md-nav__item--active > .md-nav__link--active");!e?.querySelector("li")||!t||document.getElementById("__toc")||
(t.before(l("input",{class:"md-nav__toggle md-toggle",type:"checkbox",id:"__toc"}),l("label",{class:t.className,for:"__t\
oc"},...t.cloneNode(!0).childNodes,l("span",{class:"md-nav__icon md-icon"}))),t.after(e.cloneNode(!0)))}function xe(){f(
ot)}function B(e,...t){let n=l("button",{type:"button",class:"callsheet-button callsheet-close","aria-label":"Close",click(){
s.close()}},"×"),o=t.filter(a=>a!==!1),s=l("dialog",{class:"callsheet callsheet-dialog md-typeset","aria-label":e,close(){
s.remove()},click(a){a.target===s&&s.close()}},l("div",{},l("h2",{},e),...o,n));return document.body.append(s),s.showModal(),
s}var st="M9.5 3A6.5 6.5 0 0 1 16 9.5c0 1.61-.59 3.09-1.56 4.23l.27.27h.79l5 5-1.5 1.5-5-5v-.79l-.27-.27A6.52 6.52 0 0 1 9\
.5 16 6.5 6.5 0 0 1 3 9.5 6.5 6.5 0 0 1 9.5 3m0 2C7 5 5 7 5 9.5S7 14 9.5 14 14 12 14 9.5 12 5 9.5 5",$e="callsheet-resul\
ts",G=".md-search__input",X=`${G}[aria-haspopup]`,rt='.md-search, label[for="__search"]';async function U(e=""){if(document.
querySelector("dialog[open]"))return;let t=l("p",{role:"status",class:"callsheet-note"},"Loading …"),n=l("div",{role:"\
listbox",id:$e,class:"callsheet-found","aria-label":"Results",hidden:!0}),o=l("input",{type:"text",class:"callsheet-inpu\
t",role:"combobox","aria-label":"Search","aria-expanded":"false","aria-controls":$e,"aria-autocomplete":"list",placeholder:"\
Words, method and path, address or uid",autocomplete:"off",autocapitalize:"none",enterkeyhint:"go",maxlength:"1000",spellcheck:"\
false"}),s=c=>l("kbd",{},c),a=[s("/")," or ",s("Ctrl K")," opens the search, ",s("↑")," ",s("↓")," move, ",s("Enter"),
" goes to the page, ",s("Esc")," closes."],r=l("p",{class:"callsheet-note callsheet-keys"},...a),i=B("Search",o,t,n,r);i.
addEventListener("close",()=>{let{activeElement:c}=document;q(c)&&c.select()}),o.value=e,o.focus();try{window.callsheet.
attachSearch||await Promise.all([P("search.js"),I("search.css")]),window.callsheet.attachSearch?.({dialog:i,input:o,said:t,
list:n})}catch{t.textContent="The search cannot be loaded."}}function at(e){return!(e instanceof HTMLElement)||q(e)||e.closest(
"dialog:not([open])")?!1:e.isContentEditable||/^(input|textarea|select)$/i.test(e.tagName)}function q(e){return e instanceof
Element&&e.matches(X)}function lt(e){let{altKey:t,ctrlKey:n,metaKey:o,shiftKey:s,key:a,target:r}=e,i=a.toLowerCase()==="\
k"&&(n||o)&&!t&&!s,p=(document.querySelector(X)?["/","f","s"]:["/"]).includes(a)&&!n&&!o&&!t&&!q(r),u=a==="Enter"&&q(r);
!(i||p||u)||at(r)||(e.preventDefault(),e.stopImmediatePropagation(),U())}function ct(){addEventListener("click",e=>{!(e.
target instanceof Element&&e.target.closest(rt))||!document.querySelector(X)||(e.preventDefault(),U())},!0),addEventListener(
"input",({target:e})=>{q(e)&&(U(e.value),e.value="")},!0)}function it(e){if(new URLSearchParams(location.search).has("q"))
return;let t=e.cloneNode();t.setAttribute("aria-haspopup","dialog"),t.title="Search (Ctrl K)",e.replaceWith(t)}function dt(){
if(document.querySelector(`${G}, .callsheet-finder`))return;let e=l("button",{type:"button",class:"callsheet-finder","ar\
ia-haspopup":"dialog",title:"Search (Ctrl K)","aria-label":"Search",click(){U()}},N(st)),t=document.querySelector(".md-h\
eader__title");t?(e.classList.add("md-header__button","md-icon"),t.after(e)):document.querySelector(".callsheet")?.prepend(
e)}function ve(){addEventListener("keydown",lt,!0),ct(),f(()=>{b(G,it),dt()})}var ut=/%..|\.html$|[^\p{L}\p{N}]+/gu;function pt(){let e=new URL(R("")).pathname,{pathname:t}=location;return(t.startsWith(
e)?t.slice(e.length):t).replace(ut," ").trim()}function ft(e){let t=l("input",{type:"search",class:"callsheet-input","ar\
ia-label":"Search",value:pt(),maxlength:"1000"}),n=l("button",{class:"callsheet-button callsheet-primary"},"Search"),o=s=>{
s.preventDefault(),U(t.value)};e.append(l("form",{role:"search",submit:o},t,n))}function Ae(){f(()=>b(".callsheet-missin\
g",ft))}function mt(e){let t=[...e.parentElement?.children??[]].filter(o=>o!==e),n=l("input",{type:"search","aria-label":"Filter\
 the operations of this group",placeholder:`Filter ${t.length}`,input(){let o=n.value.toLowerCase().split(/\s+/).filter(
Boolean);for(let s of t){let a=s.querySelector("a"),r=`${s.textContent} ${a?.title} ${a?.pathname}`.toLowerCase();s.hidden=
!o.every(i=>r.includes(i))}}});e.append(n)}function Ce(){f(()=>b(".callsheet-filter",mt))}var ht="uid/";function ke(){let e=document.querySelector("[data-callsheet-uids]"),t=z(location.hash);if(!e||!t)return;let n=document.
getElementById(t)?.querySelector("a");n&&e.contains(n)?location.replace(n.href):(e.querySelector("[role=status]")?.remove(),
e.prepend(l("p",{role:"status"},`No operation has the uid ${t}.`)))}function Le(){addEventListener("hashchange",ke),f(()=>{
let e=R(ht),t=location.href.split(/[?#]/)[0],[,n]=/^([^/]+)\/?$/.exec(t.slice(e.length))??[];t.startsWith(e)&&n&&n!=="in\
dex.html"?location.replace(`${e}index.html#${n}`):ke()})}function M(e,t,n){if(!t)return e;if(/^(bash|sh|shell|console|curl)$/.test(n))return t==="'"?e.replaceAll("'","'\\''"):e.
replace(/[\\"$`]/g,"\\$&");if(/^(powershell|pwsh)$/.test(n))return t==="'"?e.replace(/['\u2018-\u201b]/g,"$&$&"):e.replace(
/["$`\u201c-\u201e]/g,"`$&");let o=e.replaceAll("\\","\\\\").replaceAll(t,`\\${t}`);return t!=='"'?o:/^(php|perl|kotlin|dart|groovy)$/.
test(n)?o.replaceAll("$","\\$"):n==="ruby"?o.replaceAll("#","\\#"):o}function _(e,t){let n=null;return{get(){try{return window[e].getItem(t)}catch{return n}},set(o){n=o;try{o===null?window[e].
removeItem(t):window[e].setItem(t,o)}catch{}}}}var Q=_("sessionStorage","callsheet.values"),Ne=new Set,V=new Map,Te=["user","password","token","key","keyName"];function Re(){
try{return JSON.parse(Q.get()??"")??{}}catch{return{}}}function J(){return globalThis.location?.pathname??""}var S={get:()=>({
...Re(),...Object.fromEntries(V.get(J())??[])}),set(e,t){let n={...Re(),[e]:t};t||delete n[e],Te.includes(e)&&(n.mark=Math.
random().toString(36).slice(2)),Te.some(o=>n[o])||delete n.mark,V.get(J())?.delete(e),Q.set(Object.keys(n).length?JSON.stringify(
n):null),Z()},setHere(e){V.set(J(),new Map(e)),Z()},forget(){Q.set(null),V.clear(),Z()},onChange(e){Ne.add(e)}};function Z(){
for(let e of Ne)e()}var A={base:/^https?:\/\/[^\s"'`\\$<>?#]+$/i,token:/^[\w.~+/=:-]+$/,key:/^[\w.~+/=:-]+$/,keyName:/^[\w-]+$/,
path:/^[\w.~-]+$/,number:/^-?\d+(\.\d+)?$/},C="API key",gt="X-API-Key";function D(){let t=document.querySelector("[data-\
callsheet-schemes]")?.dataset.callsheetSchemes?.split(" ")??[];return[...new Set(["Basic","Bearer",...t,C,S.get().scheme??
"Basic"])]}function H(e){if(e.scheme===C)return e.key?[e.keyName??gt,e.key]:null;let t=ee(e);return t?["Authorization",t]:
null}function ee({scheme:e="Basic",user:t,password:n,token:o}){if(e===C)return"";if(e!=="Basic")return o?`${e} ${o}`:"";
if(!t||!n)return"";let s=new TextEncoder().encode(`${t}:${n}`);return`Basic ${btoa(String.fromCharCode(...s))}`}var O="••••••",Pe=String.raw`(?<![\w.$"'])SECRET\b(?!["']|\s*:)|\{SECRET\}`,Et=/^\s*(?:\/\/|#).*|^"""[\s\S]*?"""|(?<![$f])"(?:[^"\\\n]|\\.)*"/gm,
Ue={setting:/^const (\w+) =\s+(?:process\.env\.(\w+)\s+\?\? .*|needed\(\s*"(\w+)",?\s*\));$/gm,write:(e,t,n)=>`const ${e}\
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
`]]},_e={setting:/\{\{\$processEnv (\w+)\}\}/g,write:(e,t,n)=>n,quote:"",isInline:!0,used:String.raw`\$processEnv SECRET\b`,
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
`]]},javascript:Ue,typescript:Ue,csharp:{setting:/^var (\w+) =\s+Environment\.GetEnvironmentVariable\(\s*"(\w+)"\s*\)\s+\?\? .*;$/gm,
write:(e,t,n)=>`var ${e} = Environment.GetEnvironmentVariable("${t}") ?? ${n};`,login:/"(?:Basic|Digest)",\s/,uses:[/^request\.Headers\.Authorization = (?:(?!;\n)[\s\S])*\{SECRET\}(?:(?!;\n)[\s\S])*;\n/gm,
/^request\.Headers\.\w+\((?:(?!;\n)[\s\S])*(?:,\s+SECRET\b|\{SECRET\})(?:(?!;\n)[\s\S])*;\n/gm,/^query\.Add\((?:(?!;\n)[\s\S])*(?:,\s+SECRET\b|\{SECRET\})(?:(?!;\n)[\s\S])*;\n/gm],
header:[[/^using var request = (?:(?!;\n)[\s\S])*;\n/m,`request.Headers.TryAddWithoutValidation("NAME", "VALUE");
`]]},php:{setting:/^\$(\w+) = getenv\('(\w+)'\)\s+\?: .*;$/gm,write:(e,t,n)=>`$${e} = getenv('${t}') ?: ${n};`,quote:"'",
login:/^ {4}CURLOPT_USERPWD/m,used:String.raw`\$\{?SECRET\b`,uses:[/^ {4}CURLOPT_(?:HTTPAUTH|USERPWD) => .*\n/gm,/^ {8}'[\w-]+: .*\$SECRET\b.*,\n/gm],
header:[[/^ {4}CURLOPT_HTTPHEADER => \[\n/m,`        'NAME: VALUE',
`],[/^curl_setopt_array\(.*\n/m,`    CURLOPT_HTTPHEADER => ['NAME: VALUE'],
`]]},http:_e,text:_e};function Oe(e){return Object.hasOwn(te,e)}function qe(e,t,n,o){let s=Object.hasOwn(te,t)?te[t]:void 0,
a=H(n);if(!s||!a)return[];let r=bt(e,s);return(wt(e,t,s,r,n)??(o?[]:yt(e,s,r,a))).sort(F)}function F(e,t){return e.start-
t.start||e.end-t.end}function bt(e,{setting:t}){return t?[...e.matchAll(t)].map(n=>({start:n.index,end:n.index+n[0].length,
name:n[1],variable:n[2]??n[3]??n[1]})).filter(({name:n})=>!/^base_?url$/i.test(n)):[]}function wt(e,t,n,o,s){let{write:a,
quote:r='"',login:i}=n;if(!a||!o.length)return null;let{scheme:c="Basic",user:p="",password:u="",token:g="",key:k=""}=s,
d=i?.test(e)??!1,w=d?o.slice(2):o,x=({name:m},y)=>new RegExp(`Authorization.*?${y}.*\\b${m}\\b`,"i").test(e),E=[];return c===
"Basic"?d&&o.length>1&&(E=[[o[0],p,!1],[o[1],u,!0]]):c===C?E=w.filter(m=>!x(m,"")).map(m=>[m,k,!0]):E=w.filter(m=>x(m,`[\
"'\`: ]${c} `)).map(m=>[m,g,!0]),E.length?[...E.map(([{start:m,end:y,name:$,variable:v},de,Xe])=>{let ue=Je=>r+M(Je,r,t)+
r;return{start:m,end:y,text:a($,v,ue(de)),shown:a($,v,Xe?r+O+r:ue(de))}}),...Me(e,new Set(E.map(([{variable:m}])=>m)))]:
null}function Me(e,t){let n=/^for needed in \((.*)\):\n(?: {4}.*\n)+/m.exec(e);if(!n)return[];let o=n[1].match(/"\w+"/g)?.
filter(r=>!t.has(r.slice(1,-1)))??[],s=`${o.join(", ")}${o.length===1?",":""}`,a=o.length?n[0].replace(n[1],s):"";return[
{start:n.index,end:n.index+n[0].length,text:a,shown:a}]}function yt(e,t,n,[o,s]){let{uses:a,header:r,isInline:i,used:c=Pe}=t,
p=n.map(d=>d.name).join("|")||"(?!)",u=i?[]:n.map(({start:d,end:w})=>({start:d,end:w+1,text:"",shown:""}));u.push(...Me(
e,new Set(n.map(({variable:d})=>d))));for(let{source:d,flags:w}of a){let x=d.replaceAll("SECRET",`(?:${p})`).replaceAll(
"NAME",o),E=new RegExp(x,w);for(let L of e.matchAll(E)){let[m,y]=[L.index,L.index+L[0].length];u.some(v=>m<v.end&&v.start<
y)||u.push({start:m,end:y,text:"",shown:""})}}let g=St(e,u);if(new RegExp(c.replaceAll("SECRET",`(?:${p})`)).test(c===Pe?
g.replace(Et,""):g))return[];for(let[d,w]of r){let x=d.exec(e);if(!x)continue;let E=x.index+x[0].length,L=o==="Authoriza\
tion"?`${s.split(" ")[0]} ${O}`:O,m=$=>w.replace("NAME",()=>o).replace("VALUE",()=>$),y={start:E,end:E,text:m(s),shown:m(
L)};return u.some(({start:$,end:v})=>$<E&&E<v)?[]:[...u,y]}return[]}function St(e,t){let n=0,o="";for(let{start:s,end:a}of[
...t].sort(F))o+=e.slice(n,s),n=a;return o+e.slice(n)}var ne=new WeakMap;function xt({fill:e,quote:t='"',language:n},o){let{user:s,password:a}=(o.scheme??"Basic")==="Basic"?o:
{},r=s&&a,i=u=>({text:M(u,t,n),shown:O}),c=u=>({text:u,shown:u});if(e==="base")return o.base?c(o.base):null;if(e==="auth\
orization"){let u=ee(o);return u?{text:u,shown:`${u.split(" ")[0]} ${O}`}:null}if(e==="user")return r?c(M(s,t,n)):null;if(e===
"password")return r?i(a):null;if(e==="credentials")return r?i(`${s}:${a}`):null;let p=o[e];return p&&(t||A.number.test(p))?
c(p):null}function oe(e){return h("[data-fill]",e)}function se(e){return e.closest("[data-language]")?.dataset.language??
""}function Be(e){let t=ne.get(e);if(t)return t;let n=e.cloneNode(!0);return ne.set(e,n),n}function $t(e){let t=e.closest(
".callsheet-variant")?.getAttribute("aria-labelledby"),n=t?document.getElementById(t):null;return e.closest(".callsheet-\
outcome")!==null||!!n?.querySelector(".callsheet-status")}function Ve(e,t){let n=S.get(),o=se(e),s=qe(t.textContent??"",
o,n,$t(e)),a=document.createRange();for(let r of oe(t)){let{fill:i="",quote:c}=r.dataset,p=xt({fill:i,quote:c,language:o},
n);if(!p)continue;a.selectNodeContents(t),a.setEndBefore(r);let u=a.toString().length,g=u+(r.textContent??"").length;s.some(
d=>u<d.end&&d.start<g)||s.push({start:u,end:g,...p})}return s.sort(F)}function vt(e,{start:t,end:n,shown:o}){let s=document.
createRange(),a=document.createTreeWalker(e,NodeFilter.SHOW_TEXT),r=0,i=!1;for(let c=a.nextNode();c;c=a.nextNode()){let{
length:p}=c;if(!i&&t<r+p&&(s.setStart(c,t-r),i=!0),i&&n<=r+p){s.setEnd(c,n-r);break}r+=p}s.deleteContents(),o&&s.insertNode(
l("span",{class:"callsheet-filled"},o))}function Ie(){let e=!Object.keys(S.get()).length;for(let t of h("[data-language]\
 pre > code")){if(e&&!ne.has(t))continue;let n=Be(t),o=n.cloneNode(!0);for(let s of Ve(t,n).reverse())vt(o,s);t.replaceChildren(
...o.childNodes)}}function re(e){let t=Be(e),n=t.textContent??"";for(let o of Ve(e,t).reverse())n=n.slice(0,o.start)+o.text+
n.slice(o.end);return n}function De(){S.onChange(Ie),f(Ie)}async function K(e){try{return await navigator.clipboard.writeText(e),!0}catch{let t=l("textarea",{readonly:!0,class:"ca\
llsheet-offscreen"});t.value=e,document.body.append(t),t.select();let n=document.execCommand("copy");return t.remove(),n}}
function W(e,t){let n=URL.createObjectURL(new Blob([e],{type:"text/plain"}));l("a",{href:n,download:t}).click(),setTimeout(
()=>URL.revokeObjectURL(n),1e3)}function He(){let e=oe(),t=[...new Set(e.map(d=>d.dataset.fill??""))],n=t.filter(d=>d.startsWith("path:")),o=l("p",{class:"\
callsheet-note",role:"status"}),s=S.get(),a=(d,w,x,E,L="text")=>{let m=`callsheet-value-${d}`,y=l("input",{id:m,type:L,autocomplete:"\
off",spellcheck:"false","data-value":d,input(){let $=d==="base"?y.value.trim().replace(/\/+$/,""):y.value.trim(),v=!$||!x||
x.test($);y.setAttribute("aria-invalid",String(!v)),o.textContent=v?"":`${w}: ${E}`,S.set(d,v?$:"")}});return y.value=s[d]??
"",l("p",{class:"callsheet-field"},l("label",{for:m},w),y)},r=l("select",{id:"callsheet-value-scheme",change(){S.set("sc\
heme",r.value),g()}},...D().map(d=>l("option",{value:d},d)));r.value=s.scheme??"Basic";let i=l("div",{},a("user","User",
null,""),a("password","Password",null,"","password")),c="letters, digits and . _ ~ + / = : - only.",p=l("div",{},a("toke\
n","Token",A.token,c,"password")),u=l("div",{},a("keyName","Header field",A.keyName,"letters, digits, _ and - only."),a(
"key","Key",A.key,c,"password"));u.querySelector("input").placeholder="X-API-Key";let g=()=>{i.hidden=r.value!=="Basic",
u.hidden=r.value!==C,p.hidden=!i.hidden||!u.hidden};g();let k=d=>e.some(({dataset:w})=>w.quote===""&&w.fill===d);B("Your\
 values",l("p",{},"They are filled into the samples of every page, stay in this tab until you close it, and are sent now\
here."),t.includes("base")&&a("base","Address of the server",A.base,"an address such as https://example.com/tenant."),l(
"p",{class:"callsheet-field"},l("label",{for:r.id},"Authentication"),r),i,p,u,l("p",{class:"callsheet-note"},"Programs t\
hat sign in by another scheme are changed to this one, where that is possible."),...n.map(d=>k(d)?a(d,d.slice(5),A.number,
"a number, please."):a(d,d.slice(5),A.path,"letters, digits and . _ ~ - only.")),o,l("p",{},l("button",{type:"button",class:"\
callsheet-button",click(){S.forget();for(let d of h("[data-value]"))d.value="";r.value="Basic",g(),o.textContent="Forgot\
ten."}},"Forget all")))}var At="M19 21H8V7h11m0-2H8a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h11a2 2 0 0 0 2-2V7a2 2 0 0 0-2-2m-3-4H4a2 2 0 0 0-2 2v14h2V3h\
12z",Ct="M5 20h14v-2H5m14-9h-4V3H9v6H5l7 7z",Fe="callsheet:language",Ke={ArrowRight:1,ArrowLeft:-1},We=_("localStorage",
"callsheet.language");function je(e){return h(":scope > input",e)}function ae(e){return e.nextElementSibling}function kt(e){
let t=je(e),n=t.map(r=>{let i=ae(r),c=i.nextElementSibling;c.id=`${r.id}-panel`;let p=l("button",{type:"button",role:"ta\
b",id:`${r.id}-tab`,"aria-controls":c.id,click(){o(p,!0)}},i.textContent??"");return c.setAttribute("role","tabpanel"),c.
setAttribute("aria-labelledby",p.id),r.hidden=!0,i.hidden=!0,p}),o=(r,i)=>{if(n.forEach((c,p)=>{c.setAttribute("aria-sel\
ected",String(c===r)),c.tabIndex=c===r?0:-1,t[p].checked=c===r}),!!i){We.set(r.textContent);for(let c of h(".callsheet-t\
abs",e.closest(".callsheet-variants")??e))c!==e&&c.dispatchEvent(new Event(Fe))}},s=l("div",{role:"tablist",class:"calls\
heet-tablist","aria-label":"Language of the sample",keydown(r){let i=n.indexOf(document.activeElement),c=Lt(r.key,i,n.length,
getComputedStyle(e).direction==="rtl");c<0||i<0||(r.preventDefault(),n[c].focus(),o(n[c],!0))}},...n);e.prepend(s);let a=()=>{
let r=We.get(),i=n.find(c=>c.textContent===r);o(i??n[t.findIndex(c=>c.checked)]??n[0],!1)};e.addEventListener(Fe,a),a()}
function Lt(e,t,n,o){return e==="Home"?0:e==="End"?n-1:Object.hasOwn(Ke,e)?(t+(o?-1:1)*Ke[e]+n)%n:-1}function Tt(e){let t=je(
e),n=e.querySelector(".callsheet-choice"),o=l("select",{"aria-labelledby":n.id,change(){t[o.selectedIndex].checked=!0}},
...t.map(s=>l("option",{},ae(s).textContent??"")));o.selectedIndex=t.findIndex(s=>s.checked);for(let s of t)s.hidden=!0,
ae(s).hidden=!0;n.after(o)}function Rt(e){let t=e.querySelector("pre > code"),n=e.querySelector(".callsheet-file");if(!t||
!n)return;let o=T(),s=(p,u,g)=>l("button",{type:"button",class:"callsheet-icon",title:p,"aria-label":p,click:g},N(u)),a=n.
querySelector("code")?.textContent,r=l("span",{class:"callsheet-actions"},o);(e.querySelector("[data-fill]")||Oe(se(t)))&&
r.append(l("button",{type:"button",class:"callsheet-button","aria-haspopup":"dialog",click:He},"Your values"));let i=async()=>{
o.textContent=await K(re(t))?"Copied":"Select the text to copy it",setTimeout(()=>{o.textContent=""},2e3)},c=h("details",
t);c.length&&r.append(Nt(c)),r.append(s("Copy",At,i)),a&&r.append(s(`Download ${a}`,Ct,()=>W(re(t),a))),n.append(r)}function Nt(e){
let t=e.map(r=>r.open),n=t.includes(!1)?t:e.map((r,i)=>i===0),o=()=>e.every(r=>r.open),s=l("button",{type:"button",class:"\
callsheet-button",click(){let r=!o();e.forEach((i,c)=>{i.open=r||n[c]})}}),a=()=>{s.textContent=o()?"Fold":"Unfold"};for(let r of e)
r.addEventListener("toggle",a);return a(),s}function ze(){f(()=>{b(".callsheet-tabs",kt),b(".callsheet-variants--many",Tt),
b(".callsheet-panel, .callsheet-program, .callsheet-json",Rt)})}var le={};Qe(le,{API_KEY:()=>C,VALID:()=>A,badge:()=>pe,breakable:()=>fe,copy:()=>K,credentials:()=>H,load:()=>P,make:()=>l,
onPage:()=>f,save:()=>W,schemes:()=>D,siteUrl:()=>R,statusNote:()=>T,storedText:()=>_,values:()=>S});var Pt=16;function Ut(e){let t=e.nextElementSibling,n=[...t.tBodies[0].rows];n.length>=Pt&&e.append(..._t(t,n)),t.querySelectorAll(
"details").length>1&&e.append(Ot(t))}function _t(e,t){let n=T(),o=e.getAttribute("aria-label")??"Rows",s=null,a=()=>{s??=
t.map(u=>(u.textContent??"").toLowerCase());let i=s,c=r.value.toLowerCase().split(/\s+/).filter(Boolean),p=0;t.forEach((u,g)=>{
let k=c.every(d=>i[g].includes(d));u.hidden=!k,k&&(p+=1)}),n.textContent=c.length?`${p} of ${t.length} rows`:""},r=l("in\
put",{type:"search",class:"callsheet-input","aria-label":`Filter: ${o}`,placeholder:`Filter ${t.length} rows`,input:a});
return e.addEventListener(j,()=>{r.value="",a()}),[r,n]}function Ot(e){let t=[...e.querySelectorAll("details")],n=l("but\
ton",{type:"button",class:"callsheet-button",click(){let s=t.some(a=>!a.open);for(let a of t)a.open=s;o()}}),o=()=>{n.textContent=
t.every(s=>s.open)?"Collapse all":"Expand all"};for(let s of t)s.addEventListener("toggle",o);return o(),n}var qt={TABLE:"\
table",THEAD:"rowgroup",TBODY:"rowgroup",TR:"row",TH:"columnheader",TD:"cell"};function Mt(e){let{rows:t,tBodies:n,tHead:o}=e,
s=[...t].flatMap(a=>[...a.cells]);for(let a of[e,o,...n,...t,...s])a?.setAttribute("role",qt[a.tagName])}function Ye(){f(
()=>{b(".callsheet-tools",Ut),b(".callsheet-table",Mt)})}var ce;function It(){for(let e of h('.md-search[role="dialog"]'))e.ariaLabel="Search";for(let e of h(".md-nav[aria-label\
ledby]")){let t=e.getAttribute("aria-labelledby")??"";document.getElementById(t)?.textContent?.trim()||(e.removeAttribute(
"aria-labelledby"),e.ariaLabel=e.parentElement?.querySelector("a")?.textContent?.trim()??"")}}function ie(){for(let e of h(
".md-code__nav:not([role])"))e.role="none";for(let e of h(".md-typeset__scrollwrap"))e.toggleAttribute("tabindex",e.scrollWidth>
e.clientWidth),e.hasAttribute("tabindex")&&(e.tabIndex=0)}function Ge(){f(()=>{It(),ie(),ce?.disconnect(),ce=new MutationObserver(
ie);for(let e of h(".md-content"))ce.observe(e,{childList:!0,subtree:!0})}),addEventListener("resize",ie)}we(document.currentScript);window.callsheet={...le};ze();De();Ye();Ee();xe();Ge();Ae();Ce();ve();Le();Se();he();})();
