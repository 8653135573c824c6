/*! Made by `make javascript`: sources 756be4f24b69226f, code 55d0d2a6c5222d59 */
/*!
CodeJar 4.3.0, https://medv.io/codejar/

MIT License

Copyright (c) 2020 Anton Medvedev

Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.
*/
"use strict";(()=>{var{API_KEY:ot,VALID:Le,badge:Yt,copy:Be,credentials:st,load:Re,make:u,onPage:Zt,save:Qt,schemes:en,statusNote:de,storedText:Fe,
values:T}=window.callsheet;var Vr=window;function tn(e,t,n={}){let r={tab:"	",indentOn:/[({\[]$/,moveToNewLine:/^[)}\]]/,spellcheck:!1,catchTab:!0,
preserveIdent:!0,addClosing:!0,history:!0,window:Vr,autoclose:{open:`([{'"`,close:`)]}'"`},...n},o=r.window,s=o.document,
i=[],a=[],l=-1,c=!1,d=()=>{},p;e.setAttribute("contenteditable","plaintext-only"),e.setAttribute("spellcheck",r.spellcheck?
"true":"false"),e.style.outline="none",e.style.overflowWrap="break-word",e.style.overflowY="auto",e.style.whiteSpace="pr\
e-wrap";let h=(f,g)=>{t(f,g)},m=o.navigator.userAgent.match(/Firefox\/([0-9]+)\./),$=m?parseInt(m[1]):0,w=!1;(e.contentEditable!==
"plaintext-only"||$>=136)&&(w=!0),w&&e.setAttribute("contenteditable","true");let x=qt(()=>{let f=F();h(e,f),D(f)},30),A=!1,
O=f=>!Wt(f)&&!Kt(f)&&f.key!=="Meta"&&f.key!=="Control"&&f.key!=="Alt"&&!f.key.startsWith("Arrow"),C=qt(f=>{O(f)&&(re(),A=
!1)},300),I=(f,g)=>{i.push([f,g]),e.addEventListener(f,g)};I("keydown",f=>{f.defaultPrevented||(p=fe(),r.preserveIdent?Dr(
f):Vt(f),r.catchTab&&Ir(f),r.addClosing&&Mr(f),r.history&&(Ur(f),O(f)&&!A&&(re(),A=!0)),w&&!Jr(f)&&D(F()))}),I("keyup",f=>{
f.defaultPrevented||f.isComposing||(p!==fe()&&x(),C(f),d(fe()))}),I("focus",f=>{c=!0}),I("blur",f=>{c=!1}),I("paste",f=>{
re(),Hr(f),re(),d(fe())}),I("cut",f=>{re(),Xr(f),re(),d(fe())});function F(){let f=ue(),g={start:0,end:0,dir:void 0},{anchorNode:y,
anchorOffset:b,focusNode:S,focusOffset:E}=f;if(!y||!S)throw"error1";if(y===e&&S===e)return g.start=b>0&&e.textContent?e.
textContent.length:0,g.end=E>0&&e.textContent?e.textContent.length:0,g.dir=E>=b?"->":"<-",g;if(y.nodeType===Node.ELEMENT_NODE){
let P=s.createTextNode("");y.insertBefore(P,y.childNodes[b]),y=P,b=0}if(S.nodeType===Node.ELEMENT_NODE){let P=s.createTextNode(
"");S.insertBefore(P,S.childNodes[E]),S=P,E=0}return zt(e,P=>{if(P===y&&P===S)return g.start+=b,g.end+=E,g.dir=b<=E?"->":
"<-","stop";if(P===y)if(g.start+=b,!g.dir)g.dir="->";else return"stop";else if(P===S)if(g.end+=E,!g.dir)g.dir="<-";else return"\
stop";P.nodeType===Node.TEXT_NODE&&(g.dir!="->"&&(g.start+=P.nodeValue.length),g.dir!="<-"&&(g.end+=P.nodeValue.length))}),
e.normalize(),g}function D(f){let g=ue(),y,b=0,S,E=0;if(f.dir||(f.dir="->"),f.start<0&&(f.start=0),f.end<0&&(f.end=0),f.
dir=="<-"){let{start:W,end:q}=f;f.start=q,f.end=W}let P=0;zt(e,W=>{if(W.nodeType!==Node.TEXT_NODE)return;let q=(W.nodeValue||
"").length;if(P+q>f.start&&(y||(y=W,b=f.start-P),P+q>f.end))return S=W,E=f.end-P,"stop";P+=q}),y||(y=e,b=e.childNodes.length),
S||(S=e,E=e.childNodes.length),f.dir=="<-"&&([y,b,S,E]=[S,E,y,b]);{let W=Pe(y);if(W){let $e=s.createTextNode("");W.parentNode?.
insertBefore($e,W),y=$e,b=0}let q=Pe(S);if(q){let $e=s.createTextNode("");q.parentNode?.insertBefore($e,q),S=$e,E=0}}g.setBaseAndExtent(
y,b,S,E),e.normalize()}function Pe(f){for(;f&&f!==e;){if(f.nodeType===Node.ELEMENT_NODE){let g=f;if(g.getAttribute("cont\
enteditable")=="false")return g}f=f.parentNode}}function Xt(){let g=ue().getRangeAt(0),y=s.createRange();return y.selectNodeContents(
e),y.setEnd(g.startContainer,g.startOffset),y.toString()}function Jt(){let g=ue().getRangeAt(0),y=s.createRange();return y.
selectNodeContents(e),y.setStart(g.endContainer,g.endOffset),y.toString()}function Dr(f){if(f.key==="Enter"){let g=Xt(),
y=Jt(),[b]=Gt(g),S=b;if(r.indentOn.test(g)&&(S+=r.tab),S.length>0?(Y(f),f.stopPropagation(),oe(`
`+S)):Vt(f),S!==b&&r.moveToNewLine.test(y)){let E=F();oe(`
`+b),D(E)}}}function Vt(f){if(w&&f.key==="Enter")if(Y(f),f.stopPropagation(),Jt()==""){oe(`
 `);let g=F();g.start=--g.end,D(g)}else oe(`
`)}function Mr(f){let g=r.autoclose.open,y=r.autoclose.close;if(g.includes(f.key)){Y(f);let b=F(),S=b.start==b.end?"":ue().
toString(),E=f.key+S+(y[g.indexOf(f.key)]??"");oe(E),b.start++,b.end++,D(b)}}function Ir(f){if(f.key==="Tab")if(Y(f),f.shiftKey){
let g=Xt(),[y,b]=Gt(g);if(y.length>0){let S=F(),E=Math.min(r.tab.length,y.length);D({start:b,end:b+E}),s.execCommand("de\
lete"),S.start-=E,S.end-=E,D(S)}}else oe(r.tab)}function Ur(f){if(Wt(f)){Y(f),l--;let g=a[l];g&&(e.innerHTML=g.html,D(g.
pos)),l<0&&(l=0)}if(Kt(f)){Y(f),l++;let g=a[l];g&&(e.innerHTML=g.html,D(g.pos)),l>=a.length&&l--}}function re(){if(!c)return;
let f=e.innerHTML,g=F(),y=a[l];if(y&&y.html===f&&y.pos.start===g.start&&y.pos.end===g.end)return;l++,a[l]={html:f,pos:g},
a.splice(l+1);let b=300;l>b&&(l=b,a.splice(0,1))}function Hr(f){if(f.defaultPrevented)return;Y(f);let y=(f.originalEvent??
f).clipboardData.getData("text/plain").replace(/\r\n?/g,`
`),b=F();oe(y),h(e),D({start:Math.min(b.start,b.end)+y.length,end:Math.min(b.start,b.end)+y.length,dir:"<-"})}function Xr(f){
let g=F(),y=ue();(f.originalEvent??f).clipboardData.setData("text/plain",y.toString()),s.execCommand("delete"),h(e),D({start:Math.
min(g.start,g.end),end:Math.min(g.start,g.end),dir:"<-"}),Y(f)}function zt(f,g){let y=[];f.firstChild&&y.push(f.firstChild);
let b=y.pop();for(;b&&g(b)!=="stop";)b.nextSibling&&y.push(b.nextSibling),b.firstChild&&y.push(b.firstChild),b=y.pop()}function nt(f){
return f.metaKey||f.ctrlKey}function Wt(f){return nt(f)&&!f.shiftKey&&rt(f)==="Z"}function Kt(f){return nt(f)&&f.shiftKey&&
rt(f)==="Z"}function Jr(f){return nt(f)&&rt(f)==="C"}function rt(f){let g=f.key||f.keyCode||f.which;if(g)return(typeof g==
"string"?g:String.fromCharCode(g)).toUpperCase()}function oe(f){f=f.replace(/&/g,"&amp;").replace(/</g,"&lt;").replace(/>/g,
"&gt;").replace(/"/g,"&quot;").replace(/'/g,"&#039;"),s.execCommand("insertHTML",!1,f)}function qt(f,g){let y=0;return(...b)=>{
clearTimeout(y),y=o.setTimeout(()=>f(...b),g)}}function Gt(f){let g=f.length-1;for(;g>=0&&f[g]!==`
`;)g--;g++;let y=g;for(;y<f.length&&/[ \t]/.test(f[y]);)y++;return[f.substring(g,y)||"",g,y]}function fe(){return e.textContent||
""}function Y(f){f.preventDefault()}function ue(){return e.getRootNode().getSelection()}return{updateOptions(f){Object.assign(
r,f)},updateCode(f,g=!0){e.textContent=f,h(e),g&&d(f)},onUpdate(f){d=f},toString:fe,save:F,restore:D,recordHistory:re,destroy(){
for(let[f,g]of i)e.removeEventListener(f,g)}}}var nn=!1;function rn(){addEventListener("pointerdown",()=>it(!0),!0),addEventListener("pointerup",()=>it(!1),!0),addEventListener(
"pointercancel",()=>it(!1),!0)}function it(e){nn=e}function Z(e){nn?addEventListener("pointerup",()=>setTimeout(e),{once:!0}):
e()}var be="application/x-www-form-urlencoded",on="multipart/form-data";function k(e){return e.split(";")[0].trim().toLowerCase()}
function L(e){return/[/+]json$/.test(k(e))}function U(e){return/[/+]xml$/.test(k(e))}function we(e,t){let[,n="utf-8"]=/charset="?([\w-]+)/i.
exec(t)??[];try{return new TextDecoder(n).decode(e)}catch{return new TextDecoder().decode(e)}}var je=/\s+|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[{}[\],:]/y,
at=/<!--.*?-->|<\/?[^<>\s]+|\/?>|[^<>\s"=]+(?==)|"[^"<]*"|[^<>"=]+|./sy;function*xe(e,t){for(let n=0;n<e.length;){t.lastIndex=
n;let r=t.exec(e)?.[0]||e[n];n+=r.length,yield{token:r,end:n}}}function sn({token:e,end:t},n){return/^\s*$/.test(e)?"":e[0]===
'"'?/^\s*:/.test(n.slice(t,t+20))?"nt":"s2":e[0]==="<"||e.endsWith(">")?e.startsWith("<!--")?"c":"nt":/^-?\d/.test(e)?"m\
i":/^(true|false|null)$/.test(e)?"kc":""}function an(e){return U(e)?at:L(e)?je:null}var zr=5e4;function lt(e,t){return!t||e.length>zr?[e]:[...xe(e,t)].map(n=>{let r=sn(n,e);return r?u("span",{class:r},n.token):
n.token})}function ct(e){let t="";for(let n of e.childNodes)n instanceof Text?t+=n.data:n.nodeName==="BR"?t+=n.nextSibling?
`
`:"":t+=(n.nodeName==="DIV"&&n.previousSibling?`
`:"")+ct(n);return t}function cn(e,t,n){let r="",o=u("div",{class:"callsheet-editor highlight",role:"textbox","aria-mult\
iline":"true","aria-label":e,"aria-describedby":t,dir:"ltr"}),s=()=>o.replaceChildren(...lt(ct(o),an(r))),a=tn(o,s,{tab:"\
  ",catchTab:!1,addClosing:!1,window:{document,navigator,setTimeout:(l,c)=>setTimeout(()=>document.activeElement===o&&l(),
c)}});return o.addEventListener("blur",()=>Z(s)),o.addEventListener("input",n),o.addEventListener("keyup",n),{area:o,get:()=>ct(
o),set(l,c){r=c,a.updateCode(l,!1),n()}}}var Q=class{constructor(t){this.source=t}};function ln(e){return JSON.parse(e,(n,r,o)=>typeof r=="number"&&o?.source?new Q(
o.source):r)}function se(e){return typeof e=="object"&&e!==null&&!(e instanceof Q)}var Wr=500,Kr=2e5,qr=100;function fn(e,t){let n=t.trim().toLowerCase();if(!n)return[];let r=[],o=[{name:"",value:e,place:[]}];
for(let s=0;s<Kr&&r.length<Wr;s+=1){let i=o.pop();if(!i)break;let{name:a,value:l,place:c}=i;if([a,Gr(l)].some(h=>h.toLowerCase().
includes(n))&&r.push(c),!se(l)||c.length===qr)continue;let d=Array.isArray(l),p=Object.entries(l).map(([h,m],$)=>({name:d?
"":h,value:m,place:[...c,$]}));for(let h of p.reverse())o.push(h)}return r}function Gr(e){return e instanceof Q?e.source:
se(e)?"":String(e)}var ft=100,un=40,dn=2e3;function mn(e,t,n){if(!se(e))return pn(t,Yr(e));let r=Array.isArray(e),o=Object.entries(e);if(!o.
length)return pn(t,r?"[]":"{}");let[s,i]=r?["item","items"]:["property","properties"],a=`${o.length} ${o.length===1?s:i}`,
l=r?`[ ${a} ]`:`{ ${a} }`,c=u("span",{class:"callsheet-note"},l);return hn([...t,c],o,r,n)}function pn(e,t){return{element:u(
"div",{tabindex:"-1"},...e,t),open:()=>null}}function Yr(e){return e instanceof Q?u("span",{class:"mi"},e.source):u("spa\
n",{class:typeof e=="string"?"s2":"kc"},JSON.stringify(e))}function hn(e,t,n,r){let o=u("div",{}),s=[],i=null,a=()=>{if(o.
firstChild)return;for(let[p,h]of t.slice(0,ft)){let m=n?[]:[u("span",{class:"nt"},JSON.stringify(p)),": "],$=r&&t.length<=
un&&Zr(h)<=un,w=mn(h,m,$);s.push(w),o.append(w.element)}let d=t.slice(ft);d.length&&(i=hn([`${d.length} more`],d,n,!1),o.
append(i.element))},l=u("details",{toggle:a},u("summary",{},...e),o),c=()=>{l.open=!0,a()};return r&&c(),{element:l,open(d){
return c(),s[d]??i?.open(d-ft)??null}}}function Zr(e){return se(e)?Object.keys(e).length:0}function gn(e){let t=mn(e,[],
!0),n=u("div",{class:"callsheet-json highlight",dir:"ltr"},t.element);if(!se(e))return n;let r=de(),o=[],s=-1,i=()=>{for(let w of n.
querySelectorAll(".callsheet-found"))w.classList.remove("callsheet-found");if(!o.length)return;let m=t;for(let w of o[s])
m=m?.open(w)??null;let $=m?.element.querySelector(":scope > summary")??m?.element;$?.classList.add("callsheet-found"),$?.
scrollIntoView({block:"nearest"})},a=()=>{o=fn(e,d.value),s=0,l(),i()},l=()=>{d.value.trim()?r.textContent=o.length?`${s+
1} of ${o.length}`:"Not found":r.textContent=""},c=m=>{o.length&&(s=(s+m+o.length)%o.length,l(),i())},d=u("input",{type:"\
search",class:"callsheet-input","aria-label":"Find in the answer",placeholder:"Find in the answer",autocomplete:"off",spellcheck:"\
false",input:a,keydown(m){m.key!=="Enter"||m.ctrlKey||m.metaKey||(m.preventDefault(),c(m.shiftKey?-1:1))}}),p=(m,$)=>u("\
button",{type:"button",class:"callsheet-button",click:$},m),h=m=>{for(let $=0;$<dn;){let w=[...n.querySelectorAll(m?"det\
ails:not([open])":"details[open]")].slice(0,dn-$);if(!w.length)break;for(let x of w)x.open=m,x.dispatchEvent(new Event("\
toggle"));$+=w.length}};return u("div",{},u("p",{class:"callsheet-line"},d,r,p("Expand all",()=>h(!0)),p("Collapse all",
()=>h(!1))),n)}var J=10,pe="callsheet-boundary",yn={jpeg:"jpg","svg+xml":"svg","octet-stream":"bin",plain:"txt"};function V({headers:e}){
let t=e.find(([n])=>n==="Accept")?.[1]??"";return/^(image\/|application\/(octet-stream|pdf|zip))/.test(t)?ut(t):""}function ut(e){
let t=k(e).split("/")[1]??"";return`answer.${(Object.hasOwn(yn,t)?yn[t]:t.replace(/^.*\+/,"").replace(/\W/g,""))||"bin"}`}
function z({headers:e,authorization:t,basic:n}){return n||!t?e:[["Authorization",t],...e]}function N(e){return e.map(t=>`${t}\

`).join("")}function _e(e){let t=z(e),n=([r])=>r.toLowerCase()==="content-type";return[t.filter(r=>!n(r)),t.find(n)?.[1]??
""]}function me(e){return e.includes(`
`)&&!/(?![ \n])[\p{C}\p{Z}]/u.test(e)}function De({fields:e=[],files:t=[]}){let n=o=>`"${o.replaceAll('"',"%22").replaceAll(
"\r","%0D").replaceAll(`
`,"%0A")}"`,r=o=>`--${pe}\r
Content-Disposition: form-data; name=${n(o)}`;return[...e.map(([o,s])=>`${r(o)}\r
\r
${s}\r
`),...t.flatMap(([o,s])=>[`${r(o)}; filename=${n(s.name)}\r
Content-Type: ${s.type}\r
\r
`,{file:s.name},`\r
`]),`--${pe}--\r
`]}var dt=/^[+-]?(\d{1,400}(\.\d*)?|\.\d+)(e[+-]?\d{1,3})?$/i,pt=/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/,
Qr=/^[+-]?\d{1,20}$/,eo=/^(\d{4})-(\d\d)-(\d\d)[Tt ]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)?$/,mt=new Map(
[["int32",31n],["int64",63n]]),ht=new Map([["int32","int32, a whole number from -2147483648 to 2147483647"],["int64","in\
t64, a whole number of at most 64 bits"],["double","double, a number such as 1.5"],["bool","bool, true or false"],["date\
-time","date-time, such as 2026-11-21T09:30:00Z"],["byte","byte, text in base64"]]);function gt(e){let[,t,n,r]=eo.exec(e)??
[];if(!r||t==="0000")return!1;let o=new Date(Date.UTC(2e3,Number(n)-1,Number(r)));return o.setUTCFullYear(Number(t),Number(
n)-1,Number(r)),o.getUTCMonth()===Number(n)-1&&o.getUTCDate()===Number(r)}function to(e,t){if(!Qr.test(e))return!1;let n=1n<<
t,r=BigInt(e.replace("+",""));return-n<=r&&r<n}function no(e,t){let n=mt.get(t);return n?to(e,n):t==="double"?dt.test(e):
t==="bool"?/^(true|false)$/i.test(e):t==="date-time"?gt(e):t!=="byte"||pt.test(e)}function $n(e,t="",n){return n?.length?
n.includes(e)?"":`one of ${n.join(", ")}`:no(e,t)?"":ht.get(t)??""}var ro=200,oo=20,so=new Map([["date",/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/],["email",/^[^\s@]+@[^\s@]+$/],["ur\
i",/^[a-z][a-z0-9+.-]*:[^\s]*$/i],["uuid",/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i]]),io=[["minimum","at least %",
(e,t)=>e<t],["maximum","at most %",(e,t)=>e>t],["exclusiveMinimum","above %",(e,t)=>e<=t],["exclusiveMaximum","below %",
(e,t)=>e>=t],["multipleOf","a multiple of %",(e,t)=>Math.abs(e/t-Math.round(e/t))>1e-9]],ao=[["minLength","at least % ch\
aracters",(e,t)=>[...e].length<t],["maxLength","at most % characters",(e,t)=>[...e].length>t],["pattern","a text that ma\
tches %",(e,t)=>!wn(t,e)]],co=[["minItems","at least % items",(e,t)=>e.length<t],["maxItems","at most % items",(e,t)=>e.
length>t],["uniqueItems","items that differ",(e,t)=>t&&e.some((n,r)=>e.slice(0,r).some(o=>Ie(n,o)))]],lo=[["minPropertie\
s","at least % properties",(e,t)=>Object.keys(e).length<t],["maxProperties","at most % properties",(e,t)=>Object.keys(e).
length>t]];function Ue(e){return e===null?"null":Array.isArray(e)?"array":typeof e=="number"?Number.isInteger(e)?"intege\
r":"number":typeof e}function ee(e){return Ue(e)==="object"}function yt({type:e}){return[e??[]].flat()}function fo(e){let t=JSON.
stringify(e);return t.length>60?`${t.slice(0,57)}...`:t}function bn(e,t){return/^[\p{L}_][\p{L}\p{N}_]*$/u.test(t)?`${e}\
.${t}`:`${e}[${JSON.stringify(t)}]`}function*ie(e,t,n,r="$",o=0){let s=(l,c)=>({path:r,keyword:l,expected:c,got:fo(e)});
if(t===!1&&(yield s("not","no such value")),typeof t=="boolean"||o>ro)return;let i=uo(e,t)??po(e,t);if(i){yield s(...i);
return}let a=l=>ie(e,l,n,r,o+1);t.$ref&&(yield*a(n[t.$ref]??{}));for(let[l,c]of mo(e,t))yield s(l,c);Array.isArray(e)?yield*ho(
e,t,n,r,o):ee(e)&&(yield*go(e,t,n,r,o));for(let l of t.allOf??[])yield*a(l);for(let l of["anyOf","oneOf"]){let c=(t[l]??
[]).map(h=>Oe(oo,a(h))),d=c.filter(h=>!h.length).length,p=c.find(h=>h.length&&h[0].path!==r);c.length&&!d&&(p||c.length===
1)?yield*p??c[0]:c.length&&!d?yield s("anyOf",c.map(h=>h[0].expected).join(" or ")):l==="oneOf"&&d>1&&(yield s("oneOf","\
exactly one of the alternatives"))}t.not!==void 0&&a(t.not).next().done&&(yield s("not","no such value"))}function uo(e,t){
let n=Ue(e),r=yt(t);if(!r.length||r.includes(n)||n==="integer"&&r.includes("number"))return null;let{format:o=""}=t;return[
"type",ht.has(o)?o:r.filter(s=>s!=="null").join(" or ")]}function po(e,t){let n=Object.hasOwn(t,"const")?[t.const]:t.enum;
if(!n||n.some(o=>Ie(o,e)))return null;let r=n.filter(o=>o!==null).map(o=>typeof o=="string"?o:JSON.stringify(o));return[
t.enum?"enum":"const",`one of ${r.join(", ")}`]}function Ie(e,t){if(e===t)return!0;if(Array.isArray(e)&&Array.isArray(t))
return e.length===t.length&&e.every((r,o)=>Ie(r,t[o]));if(!ee(e)||!ee(t))return!1;let n=Object.keys(e);return n.length===
Object.keys(t).length&&n.every(r=>Object.hasOwn(t,r)&&Ie(e[r],t[r]))}function*mo(e,t){let{format:n="",contentEncoding:r}=t;
if(typeof e=="number"){yield*Me(e,io,t);let o=Number.isInteger(e)?mt.get(n):void 0;o&&Math.abs(e+.5)>2**Number(o)&&(yield[
"format",n])}else typeof e=="string"?(yield*Me(e,ao,t),n==="date-time"&&!gt(e)&&(yield["format",n]),so.get(n)?.test(e)===
!1&&(yield["format",n]),r&&!pt.test(e)&&(yield["contentEncoding",r])):Array.isArray(e)?yield*Me(e,co,t):ee(e)&&(yield*Me(
e,lo,t))}function*Me(e,t,n){for(let[r,o,s]of t){let i=n[r];i!==void 0&&s(e,i)&&(yield[r,o.replace("%",()=>String(i))])}}
function wn(e,t){try{return new RegExp(e,"u").test(t)}catch{return!0}}function*ho(e,{items:t,prefixItems:n=[]},r,o,s){for(let i=0;i<
e.length;i+=1){let a=i<n.length?n[i]:t;a!==void 0&&(yield*ie(e[i],a,r,`${o}[${i}]`,s+1))}}function*go(e,t,n,r,o){let{properties:s={},
additionalProperties:i}=t,a=t.required===!0?Object.keys(s):t.required??[];for(let c of a)Object.hasOwn(e,c)||(yield{path:bn(
r,c),keyword:"required",expected:"the property",got:"nothing"});let l=Object.entries(t.patternProperties??{});for(let[c,
d]of Object.entries(e)){let p=l.filter(([h])=>wn(h,c)).map(([,h])=>h);Object.hasOwn(s,c)?p.push(s[c]):!p.length&&i!==void 0&&
p.push(i);for(let h of p)yield*ie(d,h,n,bn(r,c),o+1)}}function Oe(e,t){let n=[];for(let r of t)if(n.push(r),n.length===e)
break;return n}var xn="http://www.w3.org/2001/XMLSchema-instance",yo=/<!--.*?-->|<!\[CDATA\[.*?\]\]>|<[^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*>|[^<]+/gs;
function ae(e){if(/<!DOCTYPE/i.test(e))throw new Error("a document type is not allowed");let t=new DOMParser().parseFromString(
e,"application/xml"),n=t.querySelector("parsererror");if(n){let r=(n.textContent??"").split(`
`);throw new Error(r.find(o=>/error.*\d/i.test(o))??"it is not well-formed")}return t.documentElement}function $o(e,t){let n=He(
e),r=n.anyOf?He(n.anyOf.find(o=>He(o).type!=="null")):n;return r.$ref?He(t[r.$ref]):r}function He(e){return typeof e=="o\
bject"?e:{}}function Se(e,t,n){let r=$o(t,n);if(e.getAttributeNS(xn,"nil")==="true")return null;let o=yt(r),s=[...e.children];
if(o.includes("array"))return s.map(a=>Se(a,r.items,n));if(s.length||o.includes("object")){let{properties:a={},additionalProperties:l}=r;
return Object.fromEntries(s.map(c=>[c.localName,Se(c,a[c.localName]??l,n)]))}let i=e.textContent??"";return o.includes("\
integer")||o.includes("number")?dt.test(i)?Number(i):i:o.includes("boolean")&&/^(true|false)$/i.test(i)?/^t/i.test(i):i}
function bo(e){return e.replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu,"�").replaceAll("&","&amp;").
replaceAll("<","&lt;").replaceAll(">","&gt;")}function wo(e){let t=e.replace(/[^\p{L}\p{N}_.-]/gu,"_");return/^[\p{L}_]/u.
test(t)?t:`_${t}`}function $t(e,t,n=""){let r=wo(e);if(t===null)return`${n}<${r} xmlns:i="${xn}" i:nil="true"/>`;if(typeof t!=
"object")return`${n}<${r}>${bo(String(t))}</${r}>`;let o=Array.isArray(t)?t.map(i=>["item",i]):Object.entries(t);if(!o.length)
return`${n}<${r}/>`;let s=o.map(([i,a])=>$t(i,a,`${n}  `));return[`${n}<${r}>`,...s,`${n}</${r}>`].join(`
`)}function On(e){let t=0,n=!0,r="",o=(e.trim().match(yo)??[]).filter(s=>s.trim());return o.forEach((s,i)=>{let a=/^<[^!?]/.
test(s),l=!s.startsWith("<")||s.startsWith("<!["),c=s.startsWith("</");c&&(t-=1),r+=n||l?s:`
${"  ".repeat(t)}${s}`;let d=a&&!c&&!s.endsWith("/>");d&&(t+=1),n=l||d&&!!o[i+1]?.startsWith("</")}),r}var Sn=2e5,Tn={iVBORw0KGgo:"image/png","/9j/":"image/jpeg",R0lGOD:"image/gif"},wt=new Set;function An(e,t){let n=URL.createObjectURL(
new Blob([e],{type:t}));return wt.add(n),n}function Xe(){for(let e of wt)URL.revokeObjectURL(e);wt.clear()}function xt(e){
return e<1e3?`${e} byte${e===1?"":"s"}`:e<1e6?`${(e/1e3).toFixed(1)} kB`:`${(e/1e6).toFixed(1)} MB`}function Ot(e){let t=`\
callsheet-status callsheet-status--${String(e)[0]}xx`;return u("span",{class:t},String(e))}function xo({content:e,mediaType:t},n){
let r=k(t);if(!e.length)return u("p",{class:"callsheet-note"},"The answer has no body.");if(/^image\//.test(r))return Cn(
e,r);if(!En(r,e))return u("p",{},`${xt(e.length)} of ${r||"no media type"}, which can be saved.`);let o=we(e,t);if(o.length>
Sn)return u("div",{},bt(o.slice(0,Sn),null),u("p",{class:"callsheet-note"},"This is the beginning; save it to see the re\
st."));try{if(L(r))return Oo(o,n);if(U(r))return ae(o),bt(On(o),at)}catch{}return bt(o,null)}function En(e,t){return/^text\//.
test(e)||L(e)||U(e)||/javascript|urlencoded/.test(e)?!0:!e&&!t.subarray(0,1e3).includes(0)}function Oo(e,t){let n=ln(e),
r=gn(n),o=t&&typeof n=="string"?So(n):null;return o?u("div",{},Cn(...o),r):r}function So(e){let t=Object.keys(Tn).find(n=>e.
startsWith(n));if(!t)return null;try{return[Uint8Array.from(atob(e),n=>n.charCodeAt(0)),Tn[t]]}catch{return null}}function bt(e,t){
return u("pre",{class:"highlight",tabindex:"0",dir:"ltr","aria-label":"Body"},u("code",{},...lt(e,t)))}function Cn(e,t){
let n=u("figcaption",{},`${t}, ${xt(e.length)}`),r=u("img",{src:An(e,t),alt:"The image that the server sent",load(){n.append(
`, ${r.naturalWidth} × ${r.naturalHeight} pixels`)},error(){r.replaceWith(`It says that it is ${t}, but it cannot be sh\
own.`)}});return u("figure",{class:"callsheet-image"},r,n)}function To({content:e,mediaType:t}){let n=An(e,"application/\
octet-stream");return u("a",{href:n,download:ut(t),class:"callsheet-button"},"Save")}function Ao(e){let{content:t,mediaType:n}=e;
if(!t.length)return[];let r=de(),o=u("button",{type:"button",class:"callsheet-button",async click(){let a=await Be(we(t,
n));r.textContent=a?"Copied":"Select the text to copy it"}},"Copy"),i=[...En(k(n),t)?[o]:[],To(e),r];return[u("p",{class:"\
callsheet-line"},...i)]}function kn(e,t,n){let{status:r,reason:o,milliseconds:s,content:i,headers:a,mediaType:l}=e,c=a.map(
([p,h])=>u("tr",{},u("th",{scope:"row"},p),u("td",{},h))),d=l?`, ${l}`:"";return[u("p",{class:"callsheet-line"},Ot(r),` ${o}\
 `,u("span",{class:"callsheet-note"},`${Math.round(s)} ms, ${xt(i.length)}${d}`)),Eo(t),u("details",{},u("summary",{},`H\
eaders (${a.length})`),u("table",{class:"callsheet-headers"},u("tbody",{},...c))),xo(e,n),...Ao(e)]}function Eo({kind:e,
text:t,found:n}){let r=n.map(({path:o,expected:s,got:i})=>u("li",{},u("strong",{},o),`: expected ${s}, got ${i}`));return u(
"div",{class:`callsheet-verdict callsheet-verdict--${e}`},u("p",{},t),...r.length?[u("ul",{},...r)]:[])}var Co={spaceDelimited:" ",pipeDelimited:"|"},ko={label:[".","."],matrix:[";",";"]};function Je(e,{shape:t}){return t===
"object"?Nn(e,t):t!=="array"?e:(e.startsWith("[")?Nn(e,t):null)??e.split(",").map(r=>r.trim()).filter(Boolean)}function Nn(e,t){
try{let n=JSON.parse(e);return Ue(n)===t?n:null}catch{return null}}function Ve(e){return e===null?"":typeof e=="string"?
e:JSON.stringify(e)}function vn(e){return(Array.isArray(e)?e:Object.entries(e).flat()).map(Ve)}function Pn(e,t){let{name:n,
style:r="",explode:o}=e,s=Je(t,e);if(s===null||typeof s=="string")return[[n,t]];if(r==="deepObject")return St(n,s);if(o)
return(Array.isArray(s)?s.map(l=>[n,l]):Object.entries(s)).map(([l,c])=>[l,Ve(c)]);let i=vn(s);return i.length?[[n,i.join(
Co[r]??",")]]:[]}function St(e,t){return Array.isArray(t)?t.flatMap(n=>St(e,n)):ee(t)?Object.entries(t).flatMap(([n,r])=>St(
`${e}[${n}]`,r)):[[e,Ve(t)]]}function Ln(e,t){let{style:n="",explode:r}=e,o=encodeURIComponent(e.name),s=Je(t,e),i=n==="\
matrix",[a,l]=ko[n]??["",","];if(s===null||typeof s=="string"){let p=encodeURIComponent(t);return a+(i?o+(p&&`=${p}`):p)}
let c=p=>encodeURIComponent(Ve(p));if(!r){let p=vn(s).map(c).join(",");return p&&a+(i?`${o}=${p}`:p)}let d=Array.isArray(
s)?s.map(p=>(i?`${o}=`:"")+c(p)):Object.entries(s).map(([p,h])=>`${c(p)}=${c(h)}`);return d.length?a+d.join(l):""}var No=/auth(?!or(?!iz))|token|cookie|secret|passw|pwd|(api|access|private)[_-]?key|credential|session|^(so[_-]?)?ticket$/i;
function ce(e){return No.test(e)}function Te(e){let{password:t,token:n,key:r}=T.get();return[t,n,r].some(o=>o&&e.includes(
o))}var vo=new Map([["int32","numeric"],["int64","numeric"],["double","decimal"]]),Po=/^(accept-(charset|encoding)|access-control-.*|connection|content-length|cookie2?|date|dnt|expect|host|keep-alive|origin|proxy-.*|referer|sec-.*|set-cookie|te|trailer|transfer-encoding|upgrade|via)$/i,
Lo=/^[\t\x20-\x7e]*$/,Bn=0;function te(){return Bn+=1,`callsheet-console-${Bn}`}function H(e,t,n=""){let r=te(),o=u("spa\
n",{id:`${r}-fault`,class:"callsheet-fault",hidden:!0});return t.id=r,t.setAttribute("aria-describedby",`${r}-hint ${r}-\
fault`),{element:u("div",{class:"callsheet-field"},u("label",{for:r},e),u("div",{},t,u("span",{id:`${r}-hint`,class:"cal\
lsheet-note",hidden:!n},n),o)),blame(i){return o.textContent=i,o.hidden=!i,t.setAttribute("aria-invalid",String(!!i)),i}}}
function j(e,t=e){return u("option",{value:e},t)}function Rn({type:e,shape:t}){return e==="array"||t==="array"}function Bo(e){
let{name:t,type:n,values:r,required:o}=e;if(r?.length||n==="bool"){let i=r?.length?r:["true","false"];return u("select",
{},j("",o?"Choose …":"not sent"),...i.map(a=>j(a)))}let s={placeholder:Ro(e),autocomplete:"off",spellcheck:"false"};return u(
"input",{type:ce(t)?"password":"text",inputmode:vo.get(n??"")??"text",...s})}function Ro(e){return e.type==="date-time"?
"2026-11-21T09:30:00Z":Rn(e)?"one, two":e.shape==="object"?'{"key": "value"}':e.required?"":"not sent"}function ze(e,t,n){
let{name:r,type:o,required:s,shape:i}=e,a=Bo(e),l=t==="header"&&Po.test(r),c=[o,s&&"required",Rn(e)&&"commas between the\
 values",i==="object"&&"an object in JSON",l&&"set by the browser itself"],{element:d,blame:p}=H(r,a,c.filter(Boolean).join(
", "));s&&a.setAttribute("aria-required","true"),a.disabled=l;let h=()=>p(Fo(e,t,a));return a.addEventListener("input",()=>{
a.getAttribute("aria-invalid")==="true"&&h(),n()}),a.addEventListener("change",()=>Z(h)),{name:r,place:t,element:d,check:h,
isSendable:()=>!Fn(t,a.value),get:()=>l?"":a.value,set(m){let $=a instanceof HTMLSelectElement?[...a.options]:null;m&&$&&
!$.some(w=>w.value===m)&&a.append(j(m)),a.value=m,p("")}}}function Fo(e,t,n){let{name:r,required:o}=e,s=n.value;return s?
jo(e,t,s):o&&!n.disabled?`${r} is required.`:""}function jo({name:e,type:t,values:n,shape:r},o,s){let i=Fn(o,s);if(i)return`${e}\
: ${i}.`;if(r==="object"&&Je(s,{shape:r})===null)return`${e}: expected an object in JSON.`;let a=$n(s,t,n);return a&&`${e}\
: expected ${a}.`}function Fn(e,t){if(e==="path"&&/^\.{1,2}$/.test(t))return`a path cannot have ${t} in it`;let n=Lo.test(
t)&&t===t.trim();return e==="header"&&!n?"expected one line of ASCII characters":""}var _o=20;function We(e){return k(e)===be?"application/json":e}function jn(e,t,n,r,o,s){let[i,a]=[t,n].map(We);try{if(L(
i)&&U(a))return $t(s,JSON.parse(e));if(U(i)&&L(a))return JSON.stringify(Se(ae(e),r,o),null,2)}catch{}return e}function _n(e,t,n,r){
if(!e.trim())return n?["The body is missing."]:[];let o=We(t),s;try{if(L(o))s=JSON.parse(e);else if(U(o))s=Se(ae(e),n,r);else
return[]}catch(i){return[`The body is no valid ${U(o)?"XML":"JSON"}: ${Tt(i)}.`]}return n?Oe(_o,ie(s,n,r)).map(({path:i,
expected:a,got:l})=>`${i}: expected ${a}, got ${l}.`):[]}function Tt(e){return e instanceof Error?e.message:String(e)}function Dn(e){
try{return Object.entries(JSON.parse(e)).map(([t,n])=>[t,typeof n=="string"?n:JSON.stringify(n)])}catch{return[]}}function Mn(e){
try{return ee(JSON.parse(e))}catch{return!1}}var Un={};window.callsheetFiles=e=>{Un=e};async function Hn(){try{await Re("console/files.js")}catch(e){reportError(e)}}
function At(e){let t=k(e),n=Un[t];if(!n)return null;let[r,o]=n;return new File([Uint8Array.from(atob(o),s=>s.charCodeAt(
0))],r,{type:t})}function In({name:e,size:t}){return`${e} (${t.toLocaleString("en")} bytes)`}function Et(e,t,n){let r=At(
t),o=u("input",{type:"file"}),s=u("span",{class:"callsheet-note",role:"status"}),i=u("button",{type:"button",class:"call\
sheet-button",hidden:!0},""),{element:a,blame:l}=H(e,o,"Or drop a file here.");o.after(s,i),a.classList.add("callsheet-d\
rop");let c=()=>o.files?.[0]??null,d=()=>c()??r,p=()=>l(d()?"":`${e}: choose a file.`),h=()=>{let x=c();x?s.textContent=
`Sends your ${In(x)}.`:s.textContent=r?`Sends ${In(r)} of this site.`:"No file is chosen.",a.classList.toggle("callsheet\
-drop--ready",!x&&r!==null),i.hidden=!x||!r,i.textContent=`Send ${r?.name} instead`,d()&&l("")},m=()=>{h(),n()},$=()=>{o.
value="",h()};o.addEventListener("change",m),i.addEventListener("click",()=>{$(),o.focus(),n()});let w=x=>a.classList.toggle(
"callsheet-drop--over",x);return a.addEventListener("dragover",x=>{x.dataTransfer?.types.includes("Files")&&(x.preventDefault(),
w(!0))}),a.addEventListener("dragleave",()=>w(!1)),a.addEventListener("drop",x=>{w(!1),x.dataTransfer?.files.length&&(x.
preventDefault(),o.files=x.dataTransfer.files,m())}),h(),{name:e,element:a,check:p,get:d,own:()=>c()?.name??"",drop:$,retype(x){
r=At(x)??At(t),h()}}}async function Xn(e,t){let{body:n,sends:r=[]}=e;if(!n||/^(GET|HEAD)$/.test(e.method))return null;let o=r.find(p=>k(p)===
k(n.type)),s=[...new Set([...r.map(p=>p===o?n.type:p),...o||!n.type?[]:[n.type]])],i=u("select",{},...s.map(p=>j(p))),a=H(
"Content-Type",i);(n.file||n.parts?.files.length)&&await Hn();let l=Do(e,n,t);i.addEventListener("change",()=>{l.retype?.(
i.value),t()});let d={element:u("fieldset",{},u("legend",{},`Body: ${n.name}`),...s.length?[a.element]:[],...l.elements),
type:()=>i.value,check:()=>l.check(i.value),content:()=>l.content(i.value),text:l.text,set(p,h){s.includes(p)&&(i.value=
p),l.set?l.set(i.value,h):l.retype?.(i.value)},fill(p){d.set(p.type||s[0],p.text??""),l.setFields?.(p.parts?.fields??[]),
d.dropFiles()},isSendable:()=>l.isSendable?.(i.value)??!0,fields:l.fields,setFields:l.setFields,files:()=>(l.files??[]).
map(({own:p})=>p()).filter(Boolean),dropFiles(){for(let p of l.files??[])p.drop()}};return d}function Do(e,t,n){return t.
file?Io(t.file,n):t.parts?Uo(t.parts,n):Mo(e,t,n)}function Mo({sent:e,types:t={}},n,r){let o=te(),s=u("ul",{id:o,class:"\
callsheet-faults",hidden:!0}),i=cn(`Body: ${n.name}`,o,()=>{s.hidden||l(a),r()}),a="",l=d=>{let p=_n(i.get(),d,e,t);return s.
replaceChildren(...p.map(h=>u("li",{},h))),s.hidden=!p.length,i.area.setAttribute("aria-invalid",String(!!p.length)),p};
i.area.addEventListener("blur",()=>Z(()=>l(a)));let c=(d,p)=>{a=d,i.set(p,We(d)),s.hidden=!0,i.area.setAttribute("aria-i\
nvalid","false")};return{elements:[i.area,s],check:l,text:i.get,set:c,retype(d){c(d,jn(i.get(),a,d,e,t,n.name))},content(d){
let p=i.get();return k(d)===be?{form:Dn(p)}:{text:p}},isSendable:d=>k(d)!==be||Mn(i.get())}}function Io(e,t){let n=Et("F\
ile",e,t);return{elements:[n.element],check:()=>[n.check()].filter(Boolean),content(r){let o=n.get();return k(r)!==on?{file:o}:
{fields:[],files:[["file",o]]}},retype:n.retype,files:[n]}}function Uo({fields:e,files:t},n){let r=e.map(([i])=>ze({name:i},
"query",n)),o=t.map(([i,a])=>Et(i,a,n)),s=()=>r.map(({name:i,get:a})=>[i,a()]).filter(([,i])=>i);return{elements:[...r,...o].
map(({element:i})=>i),check:()=>o.map(i=>i.check()).filter(Boolean),content:()=>({fields:s(),files:o.map(i=>[i.name,i.get()])}),
fields:s,setFields(i){let a=[...i];for(let l of r){let c=a.findIndex(([d])=>d===l.name);l.set(c<0?"":a.splice(c,1)[0][1])}},
files:o}}var Ct="••••••",Jn={name:"file",type:"application/octet-stream"};function he(e){let t=n=>encodeURIComponent(
n).replaceAll("%24","$");return e.map(([n,r])=>`${t(n)}=${t(r)}`).join("&")}function M({base:e,path:t,query:n}){return e+
t+(n.length?`?${he(n)}`:"")}function Vn(e,t){return e.split(/\{([^{}/]+)\}/).map((n,r)=>r%2?t(n):encodeURI(n).replaceAll(
"%25","%")).join("")}function zn(e,t){let n=s=>s.map(([i,a])=>{let l=ce(i)||i===e.keyField;return[i,l?Ct:a]}),r={...e,headers:n(
e.headers),query:n(e.query)};if(!t||!e.authorization)return r;let[o]=e.authorization.split(" ");return{...r,basic:e.basic&&
[e.basic[0],Ct],authorization:`${o} ${Ct}`}}function Wn(e){let{body:t}=e;if(!t)return{...e,body:null};let{file:n,files:r,
...o}=t;return{...e,body:{...o,...n!==void 0&&{file:n??Jn},...r&&{files:r.map(([s,i])=>[s,i??Jn])}}}}var kt=Fe("localStorage","callsheet.workspace"),Ho="http://127.0.0.1:8765";function Nt(e){let t;try{t=new URL(e,location.
protocol==="file:"?void 0:location.origin)}catch{return null}let{protocol:n,username:r,password:o,search:s,hash:i}=t;return!/^https?:$/.
test(n)||r||o||s||i?null:t.href.replace(/\/+$/,"")}async function Xo(){if(location.protocol==="file:")return!1;try{return(await fetch(
location.pathname,{method:"HEAD",credentials:"omit"})).headers.has("X-Request-Id")}catch{return!1}}async function Kn({servers:e}){
let t=e.flatMap(({url:i,name:a})=>{let l=Nt(i);return l?[{url:l,name:a}]:[]}),r=(t.some(({url:i})=>i===location.origin)||
!e.length)&&await Xo();if(e.length)return t.map(i=>({...i,isReference:r&&i.url===location.origin}));let o=r?[{url:location.
origin,name:"This site",isReference:r}]:[],s={url:Ho,name:"This machine",isReference:!0};return[...o,s].filter(({url:i},a,l)=>l.
findIndex(c=>c.url===i)===a)}function Jo(){let e=kt.get();if(e!==null)return e;let t=`reader-${[...crypto.getRandomValues(
new Uint32Array(3))].map(n=>n.toString(36)).join("")}`;return kt.set(t),t}function qn({any:e},t,n){let{base:r}=T.get(),o=r?
Nt(r):null,s=O=>t.some(C=>C.url===O),i=t.map(({url:O,name:C})=>j(O,C?`${C} (${O})`:O)),a=u("datalist",{id:te()},...e?i:[]),
l=e?u("input",{type:"url",autocomplete:"off",spellcheck:"false",list:a.id}):u("select",{},...i),c=o&&!e&&!s(o)?`Of your \
values, ${o} is not among the addresses that this site allows.`:"",{element:d,blame:p}=H("Server",l,c);e&&d.append(a);let h=u(
"input",{autocomplete:"off",spellcheck:"false"}),m=H("Workspace",h,"Your changes stay apart from those of other readers.\
 Empty for the one that all share.");l.value=o&&(e||s(o))?o:t[0]?.url??"";let $=()=>{let O=Nt(l.value);return O&&(e||s(O))?
O:null},w=()=>t.some(({url:O,isReference:C})=>C&&O===$()),x=()=>{m.element.hidden=!w(),w()&&!h.value&&(h.value=Jo())};h.
addEventListener("input",()=>{m.blame(/^[\x20-\x7e]*$/.test(h.value)?"":"Workspace: expected ASCII characters."),kt.set(
h.value.trim()),n()}),x();let A=()=>p($()?"":"Server: expected an address such as https://example.com/tenant.");return l.
addEventListener("change",()=>{A()||T.set("base",$()??""),Z(x),n()}),{elements:[d,m.element],check:A,get:$,workspace:()=>w()&&
/^[\x20-\x7e]*$/.test(h.value)?h.value.trim():"",set(O){(e||s(O))&&(l.value=O),x()}}}function vt(e){let[,t=""]=/^Basic (\S+)$/i.exec(e)??[];try{let[,n,r]=/^([^:]*):([\x20-\x7e]*)$/.exec(atob(t))??[];return n&&
/^[\x20-\x7e]+$/.test(n)?[n,r]:null}catch{return null}}function Vo(e){return e==="Basic"?"Basic: user and password":e===
ot?"API key: a header field":`${e}: token`}function Gn(e){return/^(example|none)$/.test(e)?[]:e==="Basic"?["user","passw\
ord"]:e===ot?["keyName","key"]:["token"]}function Yn(e,t){let[n]=vt(e.authorization??"")??[],r=u("select",{},...e.authorization?
[j("example",n?`As ${n}, as in the example`:"As in the example")]:[],...en().map(m=>j(m,Vo(m))),j("none","No credentials")),
o=H("Sign in",r),s=()=>Gn(r.value).length>0,i=[Ae("user","User","text"),Ae("password","Password","password"),Ae("token",
"Token","password"),Ae("keyName","Header field","text","X-API-Key"),Ae("key","Key","password")],a=u("button",{type:"butt\
on",class:"callsheet-button",click(){T.forget(),p(),t()}},"Forget"),l=u("p",{class:"callsheet-note callsheet-line"},"The\
y stay in this tab, and go only to the server above. ",a),c=()=>{let m=Gn(r.value);for(let{name:$,element:w}of i)w.hidden=
!m.includes($);l.hidden=!m.length},d=()=>{let m=T.get();for(let $ of i)$.fill(m[$.name]??"")},p=()=>{let m=T.get();st(m)?
r.value=m.scheme??"Basic":e.authorization?r.value="example":r.value=e.signsIn?"Basic":"none",d(),c()},h=()=>{s()&&T.set(
"scheme",r.value),c()};return r.addEventListener("change",()=>{h(),t()}),p(),{element:u("fieldset",{},u("legend",{},"Cre\
dentials"),o.element,...i.map(({element:m})=>m),l),fill:d,isOwn:s,choice:()=>r.value,choose(m){m!==r.value&&(r.value=m,h())},
field(){return r.value==="none"?null:s()?st({...T.get(),scheme:r.value}):e.authorization?["Authorization",e.authorization]:
null},check:()=>i.map(({element:m,check:$})=>m.hidden?"":$()).filter(Boolean)}}function Ae(e,t,n,r=""){let o=u("input",{
type:n,autocomplete:"off",spellcheck:"false",placeholder:r}),{element:s,blame:i}=H(t,o),a=e==="user"||e==="password"?null:
Le[e],l=c=>!a||a.test(c);return o.addEventListener("input",()=>{let c=o.value.trim(),d=!c||l(c);i(d?"":`${t}: expected ${e===
"keyName"?"letters, digits, - and _":"letters, digits and . _ ~ + / = : -"} only.`),T.set(e,d?c:"")}),{name:e,element:s,
fill(c){o!==document.activeElement&&(o.value=c,i(""))},check(){let c=o.value.trim()||r,d=c&&l(c);return i(d?"":`${t} is \
required, or choose another way to sign in.`)}}}var zo="Callsheet-Workspace";async function Zn(e,t,n){let r=await Kn(t),o=new Map,s=[["path",e.path],["query",e.query],[
"header",e.headers]];for(let[i,a=[]]of s)for(let l of a)o.set(ze(l,i,n),l);return{data:e,parameters:o,server:qn(t,r,n),body:await Xn(
e,n),signing:Yn(e,n),accept:Wo(e,n)}}function Wo({gets:e=[],accept:t},n){if(!e.length)return null;let r=u("select",{change:n},
...e.map(o=>j(o)));return r.value=e.find(o=>o===t)??e.find(L)??e[0],{element:H("Accept",r).element,control:r}}function Ke({
data:e,parameters:t,body:n},r){e.body&&n?.fill(e.body);for(let[o,{value:s=""}]of t)o.set(o.place==="path"&&r[`path:${o.name}`]||
s)}function le({parameters:e},t){return[...e.keys()].filter(n=>n.place===t)}function ge(e){let{data:t,parameters:n,server:r,
body:o,signing:s,accept:i}=e,a=A=>{let O=le(e,"path").find(F=>F.name===A),C=O&&n.get(O),I=O?.get()??"";return C?.style?Ln(
C,I):encodeURIComponent(I)},l=A=>le(e,A).filter(O=>O.get()).flatMap(O=>{let C=n.get(O);return A==="query"&&C?.style?Pn(C,
O.get()):[[O.name,O.get()]]}),c=o?.content()??null,d=o&&c&&!c.files?o.type():"",p=l("header");d&&p.unshift(["Content-Typ\
e",d]),i&&p.unshift(["Accept",i.control.value]);let h=s.field(),m=h?.[0]==="Authorization"?h[1]:"",$=h&&!m?h[0]:"",w=p.filter(
([A])=>A.toLowerCase()!==$.toLowerCase()),x=r.workspace();return{method:t.method,base:r.get()??"",path:Vn(t.route,a),query:l(
"query"),headers:[...w,...h&&$?[h]:[],...x?[[zo,x]]:[]],contentType:d,body:c,authorization:m,keyField:$,basic:vt(m)}}function qe({
server:e,parameters:t,body:n,signing:r}){let o=[...t.keys()].map(s=>s.check());return[e.check(),...o,...n?.check()??[],...r.
check()].filter(Boolean)}function Pt({server:e,parameters:t,body:n}){return!!e.get()&&[...t.keys()].every(r=>r.isSendable())&&
(n?.isSendable()??!0)}function Qn(e){let t=T.get(),n=le(e,"path").filter(({get:o})=>Le.path.test(o())),r=n.filter(o=>{let s=t[`\
path:${o.name}`]??e.parameters.get(o)?.value;return o.get()!==s});return r.length?(T.setHere(n.map(({name:o,get:s})=>[`p\
ath:${o}`,s()])),r.map(({name:o,get:s})=>`${o} ${s()}`)):[]}var Ko=6;function er(e,t){let{data:n,parameters:r,server:o,body:s,signing:i,accept:a}=e,l=F=>{let{required:D,value:Pe}=r.
get(F)??{};return!!(D||Pe)},c=le(e,"query"),d=u("h2",{tabindex:"-1",id:te()},"Try it"),p=u("button",{type:"button",class:"\
callsheet-button","aria-label":"Close the console"},"×"),h=u("p",{role:"status",class:"callsheet-say callsheet-say--qui\
et"}),m=u("button",{type:"submit",class:"callsheet-button callsheet-primary",title:"Ctrl+Enter","aria-keyshortcuts":"Con\
trol+Enter Meta+Enter"},"Send"),$=Bt("Send anyway"),w=Bt("Reset to the example"),x=Bt("Cancel"),A=u("div",{class:"callsh\
eet-answer"}),O=u("div",{}),C=u("form",{novalidate:!0},...o.elements,...Lt("Path",le(e,"path")),...Lt("Query",c,c.length>
Ko&&!c.some(l)),...s?[s.element]:[],...a?[a.element]:[],i.element,...Lt("More headers",le(e,"header"),!0),u("p",{class:"\
callsheet-line"},m,x,$,w));if(n.body&&!s){let F=`Browsers send no body with ${n.method}.`;C.append(u("p",{class:"callshe\
et-note"},F))}return{section:u("section",{class:"callsheet-console",id:te(),"aria-labelledby":d.id,"data-search-exclude":!0},
u("div",{class:"callsheet-console-title"},d,p),u("div",{class:"callsheet-console-columns"},C,u("div",{class:"callsheet-c\
onsole-beside"},h,A,t,O))),form:C,title:d,status:h,answer:A,history:O,sendButton:m,anywayButton:$,resetButton:w,cancelButton:x,
closeButton:p}}function Lt(e,t,n=!1){if(!t.length)return[];let r=t.map(({element:o})=>o);return n?[u("details",{},u("sum\
mary",{},`${e} (${t.length})`),u("fieldset",{"aria-label":e},...r))]:[u("fieldset",{},u("legend",{},e),...r)]}function Bt(e){
return u("button",{type:"button",class:"callsheet-button",hidden:!0},e)}var qo=2e4;function tr(e){return e.length>qo||Te(e)||(e.match(/"([^"\\]|\\.)*"(?=\s*:)|<[\w:.-]+/g)??[]).some(n=>ce(n.replace(
/["<]/g,"")))?void 0:e}function Ge(e,t){return!ce(e)&&!Te(t)}function nr({place:e,name:t}){return`${e}:${t}`}function ye({
parameters:e,server:t,body:n,signing:r,accept:o}){let s=[...e.keys()].filter(m=>m.get()),i=s.filter(m=>Ge(m.name,m.get())),
a=n?.text?.(),l=a===void 0?void 0:tr(a),c=n?.fields?.(),d=c?.filter(([m,$])=>Ge(m,$)&&tr($)!==void 0),h=[...[...s.filter(
m=>!i.includes(m)).map(({name:m})=>m),...c?.filter(m=>!d?.includes(m)).map(([m])=>m)??[]],...a!==void 0&&l===void 0?["th\
e body"]:[],...(n?.files()??[]).map(m=>`the file ${m}`)];return{base:t.get()??"",fields:i.map(m=>[nr(m),m.get()]),accept:o?.
control.value??"",sign:r.choice(),credentials:r.isOwn()?T.get().mark??"":"",type:n?.type()??"",...l!==void 0&&{text:l},...d&&
{parts:d},lacks:h}}function Rt(e,t){let{parameters:n,server:r,body:o,signing:s,accept:i}=e,a=new Map(t.fields);for(let p of n.
keys())p.set(a.get(nr(p))??"");r.set(t.base),i&&(i.control.value=t.accept),s.choose(t.sign),o?.dropFiles(),o?.set(t.type,
t.text??""),o?.setFields?.(t.parts??[]);let l=ye(e),c=p=>JSON.stringify(l[p])!==JSON.stringify(t[p]),d=[...t.lacks];return c(
"base")&&d.push(`the server ${t.base}`),c("sign")?d.push(`the sign-in ${t.sign}`):c("credentials")&&d.push("the credenti\
als"),(c("fields")||c("parts"))&&d.push("fields that this page no longer has"),(c("accept")||c("type"))&&d.push("a media\
 type that this page no longer has"),d}var Go=20,Yo=20;function rr(e,t){let n=Fe("sessionStorage",e);return{get(){try{let r=JSON.parse(n.get()??"");return Array.
isArray(r)?r.filter(({state:o})=>o?.fields):[]}catch{return[]}},set(r){n.set(r.length?JSON.stringify(r.slice(0,t)):null)}}}
var Ye=rr("callsheet.history",Go),Ee={get:Ye.get,add(e){Ye.set([e,...Ye.get()])},clear(){Ye.set([])}},Ft=rr("callsheet.d\
rafts",Yo),Ze={get:e=>Ft.get().find(t=>t.uid===e)?.state,set(e,t){let n=Ft.get().filter(r=>r.uid!==e);Ft.set(t?[{uid:e,state:t},
...n]:n)}};function or(e,t,n,r){let o=n.query.filter(([i,a])=>Ge(i,a)),s=n.path+(o.length?`?${he(o)}`:"");return{uid:e,status:r,
time:new Date().toTimeString().slice(0,8),page:location.pathname,method:n.method,target:Te(n.path)?"…":s,state:t}}function sr(e,t,n){let r=Ee.get(),o=a=>u("span",{class:"callsheet-note"},a),s=r.map(a=>u("li",{},Yt(a.method),u("code",{},
a.target),a.status?Ot(a.status):o("no answer"),o(a.time),a.uid===e?u("button",{type:"button",class:"callsheet-button",click:()=>t(
a),"aria-label":`Repeat ${a.method} ${a.target}`},"Repeat"):u("a",{href:a.page},"Its page"))),i=u("button",{type:"button",
class:"callsheet-button",click:n},"Clear");return u("details",{class:"callsheet-history",hidden:!r.length},u("summary",{},
`History of this session (${r.length})`),u("ul",{},...s),u("p",{class:"callsheet-line"},i,o("Secrets, files, and bodies \
above 20 kB are not remembered.")))}var Ce=/(?! )[\p{C}\p{Z}]/gu,jt={"\n":"\\n","\r":"\\r","	":"\\t"},Zo=50;function Qe(e,t){return e.toString(16).padStart(
t,"0")}function Qo(e){let t=e.codePointAt(0)??0;return t<=255?`\\x${Qe(t,2)}`:t<=65535?`\\u${Qe(t,4)}`:`\\U${Qe(t,8)}`}function B(e){
let t=e.split('"').length>e.split("'").length?"'":'"',n=e.replaceAll("\\","\\\\").replaceAll(t,`\\${t}`).replace(Ce,r=>jt[r]??
Qo(r));return t+n+t}function es(e){return e.split("").map(t=>`\\u${Qe(t.charCodeAt(0),4)}`).join("")}function v(e){return`\
"${e.replaceAll("\\","\\\\").replaceAll('"','\\"').replaceAll("</","<\\/").replace(Ce,n=>jt[n]??es(n))}"`}function _(e){
return v(e).replaceAll("<\\/","</")}function X(e){return ir(e)?`'${e.replace(/[\\']/g,"\\$&")}'`:`"${e.replace(/[\\"$]/g,
"\\$&").replace(Ce,n=>{let r=n.codePointAt(0)??0;return jt[n]??`\\u{${r.toString(16)}}`})}"`}var ts={"\n":"`n","\r":"`r",
"	":"`t"};function R(e){return ir(e)?`'${e.replace(/['\u2018-\u201b]/g,"$&$&")}'`:`"${e.replace(/[`$"\u201c-\u201e]/g,"`\
$&").replace(Ce,n=>{let r=n.codePointAt(0)??0;return ts[n]??`\`u{${r.toString(16)}}`})}"`}function ir(e){return e.search(
Ce)<0}function K(e){return/^[A-Za-z0-9_./:@%+,-]+$/.test(e)?e:`'${e.replaceAll("\0","�").replaceAll("'","'\\''")}'`}function et(e,t){
try{JSON.parse(e)}catch{return!1}let n=0;for(let{token:r}of xe(e,je)){r==="{"||r==="["?n+=1:(r==="}"||r==="]")&&(n-=1);let o=/^-?\d/.
test(r)?Math.abs(Number(r)):0;if(n>Zo||!Number.isFinite(o)||/^-?\d+$/.test(r)&&o>t)return!1}return!0}function ar(e,t){let n="";
for(let{token:r,end:o}of xe(e,je)){let s=r[0]==='"'&&/^\s*:/.test(e.slice(o,o+99));n+=t(r,s)}return n.trim()}var ns={true:"\
True",false:"False",null:"None"};function cr(e){return ar(e,t=>t[0]==='"'?B(JSON.parse(t)):ns[t]??t)}function lr(e){return ar(
e,(t,n)=>{if(t[0]!=='"')return t;let r=JSON.parse(t);return n&&r==="__proto__"?'["__proto__"]':v(r)})}function fr(e){return e.
match(/[^\n]*\n|[^\n]+$/g)??[""]}function tt(e,t){return e.replaceAll(`
`,`
${t}`)}function ur(e){let{method:t,basic:n,body:r}=e,o=V(e),[s,i]=_e(e),a=s.map(([p,h])=>`request.Headers.TryAddWithoutValidati\
on(${_(p)}, ${_(h)});`),l=[];if(n){l.push("System.Net.Http.Headers","System.Text");let p=`Encoding.UTF8.GetBytes(${_(n.join(
":"))})`;a.push(`request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(${p}));`)}
r&&a.push(...rs(r,i,l));let c=o?`await File.WriteAllBytesAsync(${_(o)}, await response.Content.ReadAsByteArrayAsync());`:
"Console.WriteLine(await response.Content.ReadAsStringAsync());",d=[...new Set(l)].sort().map(p=>`using ${p};`);return`${d.
length?`${N(d)}
`:""}using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(${J}) };
using var request = new HttpRequestMessage(new HttpMethod(${_(t)}), ${_(M(e))});
${N(a)}
using var response = await client.SendAsync(request);
Console.WriteLine($"{(int)response.StatusCode} {response.ReasonPhrase}");
${c}
`}function rs(e,t,n){let r=i=>`await File.ReadAllBytesAsync(${_(i)})`,o=i=>i?` { Headers = { ContentType = MediaTypeHead\
erValue.Parse(${_(i)}) } }`:"";if(n.push("System.Net.Http.Headers"),e.form)return[`request.Content = new FormUrlEncodedC\
ontent([${e.form.map(a=>`new(${a.map(_).join(", ")})`).join(", ")}]);`];if(e.file)return[`request.Content = new ByteArra\
yContent(${r(e.file.name)})${o(t)};`];if(!e.files)return n.push("System.Text"),[`request.Content = new ByteArrayContent(${`\
Encoding.UTF8.GetBytes(${os(e.text??"")})`})${o(t)};`];let s=["var form = new MultipartFormDataContent();"];for(let[i,a]of e.
fields??[])s.push(`form.Add(new StringContent(${_(a)}), ${_(i)});`);for(let[i,a]of e.files){let l=`new ByteArrayContent(${r(
a.name)})${o(a.type)}`;s.push(`form.Add(${l}, ${_(i)}, ${_(a.name)});`)}return[...s,"request.Content = form;"]}function os(e){
return!me(e)||e.includes('"""')?_(e):`"""
${e}
"""`}function dr(e){let{method:t,body:n,basic:r}=e,o=M(e),s=V(e),i=l=>`"${l.replace(/[\\"]/g,"\\$&")}"`,a=[`curl --silent --s\
how-error --max-time ${J}${/[[\]{}]/.test(o)?" --globoff":""}`];t==="HEAD"?a.push("--head"):t!==(n?"POST":"GET")&&a.push(
`--request ${K(t)}`),r&&a.push(`--user ${K(r.join(":"))}`);for(let[l,c]of z(e))a.push(`--header ${K(c?`${l}: ${c}`:`${l}\
;`)}`);if(!n&&/^(POST|PUT|PATCH)$/.test(t)&&a.push("--header 'Content-Length: 0'"),n?.form){for(let[l,c]of n.form)a.push(
`--data-urlencode ${K(`${encodeURIComponent(l)}=${c}`)}`);n.form.length||a.push("--data ''")}else if(n?.file)a.push(`--d\
ata-binary ${K(`@${n.file.name}`)}`);else if(n?.files){for(let[l,c]of n.fields??[])a.push(`--form-string ${K(`${l}=${c}`)}`);
for(let[l,{name:c,type:d}]of n.files)a.push(`--form ${K(`${l}=@${i(c)}${d?`;type=${d}`:""}`)}`)}else n&&(e.contentType||
a.push("--header Content-Type:"),a.push(`--data-raw ${K(n.text??"")}`));return s&&a.push(`--output ${s}`),a.push(K(o)),`${a.
join(` \\
  `)}
`}function pr(e){let{method:t,base:n,path:r,query:o,body:s,authorization:i}=e,{host:a,pathname:l}=new URL(n),c=l.replace(/\/$/,
"")+r+(o.length?`?${he(o)}`:""),h=[["Host",a],...i?[["Authorization",i]]:[],...e.headers].map(([$,w])=>`${$}: ${w}`),m=mr(
s);return`${t} ${c} HTTP/1.1
${N(h)}${m?`
${m}
`:""}`}function mr(e){return e?.form?he(e.form):e?.text!==void 0?e.text:e?.file?`< ${e.file.name}`:e?.files?.map(([t,{name:n}])=>`\
< ${t}: ${n}`).join(`
`)}function hr(e){let{method:t,body:n}=e,r=l=>l.replaceAll("{{","%7B%7B"),o=e.authorization,s=z({...e,basic:null,authorization:o});
n?.files&&s.push(["Content-Type",`multipart/form-data; boundary=${pe}`]);let i=s.map(([l,c])=>`${l}: ${c}`),a=n?.files?De(
n).map(l=>typeof l=="string"?l.replaceAll(`\r
`,`
`):`< ./${l.file}`).join(""):n?.file?`< ./${n.file.name}`:mr(n);return`${t} ${r(M(e))}
${N(i)}${a?`
${a.trimEnd()}
`:""}`}function _t(e){let{method:t,body:n,basic:r}=e,o=V(e),s=[],i=t==="GET"?[]:[`method: ${v(t)},`],a=z(e).map(([h,m])=>`  ${v(
h)}: ${v(m)},`);r&&a.push(`  Authorization: \`Basic \${btoa(${v(r.join(":"))})}\`,`),a.length&&i.push("headers: {",...a,
"},");let l=([h,m])=>`[${v(h)}, ${v(m)}]`;if(n?.form)i.push(`body: new URLSearchParams([${n.form.map(l).join(", ")}]),`);else if(n?.
file)i.push(`body: await readFile(${v(n.file.name)}),`);else if(n?.files){s.push("const form = new FormData();");for(let[
h,m]of n.fields??[])s.push(`form.append(${v(h)}, ${v(m)});`);for(let[h,{name:m,type:$}]of n.files)s.push(`form.append(${v(
h)}, new Blob([await readFile(${v(m)})], { type: ${v($)} }), ${v(m)});`);i.push("body: form,")}else n&&i.push(`body: ${ss(
n.text??"",e)},`);i.push(`signal: AbortSignal.timeout(${J}_000),`);let c=[(n?.file||n?.files?.length)&&"readFile",o&&"wr\
iteFile"].filter(Boolean),d=c.length?`import { ${c.join(", ")} } from "node:fs/promises";

`:"",p=o?`await writeFile(${v(o)}, Buffer.from(await response.arrayBuffer()));`:"console.log(await response.text());";return`${d}${N(
s)}const response = await fetch(${v(M(e))}, {
${N(i.map(h=>`  ${h}`))}});
console.log(response.status, response.statusText);
${p}
`}function ss(e,{contentType:t}){return L(t)&&et(e,Number.MAX_SAFE_INTEGER)?`JSON.stringify(${tt(lr(e),"  ")})`:t?v(e):`\
new TextEncoder().encode(${v(e)})`}function gr(e){let{method:t,body:n,basic:r}=e,o=V(e),s=is(e),i=z(e).map(([c,d])=>d?`${c}: ${d}`:`${c};`);yr(n)?i.push(`C\
ontent-Type: multipart/form-data; boundary=${pe}`):n&&!n.files&&!e.contentType&&i.push("Content-Type:"),!n&&/^(POST|PUT|PATCH)$/.
test(t)&&i.push("Content-Length: 0");let a=[];t==="HEAD"?a.push("CURLOPT_NOBODY => true,"):(t!=="GET"||n)&&a.push(`CURLO\
PT_CUSTOMREQUEST => ${X(t)},`),i.length&&a.push("CURLOPT_HTTPHEADER => [",...i.map(c=>`    ${X(c)},`),"],"),r&&a.push(`C\
URLOPT_USERPWD => ${X(r.join(":"))},`),n&&a.push("CURLOPT_POSTFIELDS => $body,"),a.push("CURLOPT_RETURNTRANSFER => true,",
`CURLOPT_TIMEOUT => ${J},`);let l=o?`file_put_contents(${X(o)}, $answer);`:'echo $answer, "\\n";';return`<?php
declare(strict_types=1);

${s}$curl = curl_init(${X(M(e))});
curl_setopt_array($curl, [
${N(a.map(c=>`    ${c}`))}]);
$answer = curl_exec($curl);
if ($answer === false) {
    throw new RuntimeException(curl_error($curl));
}
echo curl_getinfo($curl, CURLINFO_RESPONSE_CODE), "\\n";
${l}
`}function yr(e){let t=[...e?.fields??[],...e?.files??[]].map(([n])=>n);return new Set(t).size<t.length||t.length===0&&!!e?.
files}function is({body:e}){if(!e)return"";let t=o=>`file_get_contents(${X(o)})`;if(e.file)return`$body = ${t(e.file.name)}\
;
`;if(e.form)return`$body = ${X(new URLSearchParams(e.form).toString())};
`;if(!e.files)return`$body = ${as(e.text??"")};
`;if(yr(e)){let o=De(e).map(s=>typeof s=="string"?X(s):t(s.file));return`$body = implode('', [
${N(o.map(s=>`    ${s},`))}]);
`}let n=(e.fields??[]).map(o=>o.map(X).join(" => ")),r=e.files.map(([o,s])=>`${X(o)} => new CURLFile(${[s.name,s.type,s.
name].map(X).join(", ")})`);return`$body = [
${N([...n,...r].map(o=>`    ${o},`))}];
`}function as(e){return!me(e)||/^\s*BODY/m.test(e)?X(e):`<<<'BODY'
${e}
BODY`}function $r(e){let{method:t,basic:n,body:r}=e,o=V(e),[s,i]=_e(e),a=s.map(([d,p])=>`${cs(d)} = ${R(p)}`);if(n){let p=`[Te\
xt.Encoding]::UTF8.GetBytes(${R(n.join(":"))})`;a.push(`Authorization = 'Basic ' + [Convert]::ToBase64String(${p})`)}let c=[
`${/^(GET|HEAD|POST|PUT|DELETE|TRACE|OPTIONS|MERGE|PATCH)$/.test(t)?"Method":"CustomMethod"} = ${R(t)}`,`Uri = ${R(M(e))}`];
return a.length&&c.push("Headers = @{",...a.map(d=>`    ${d}`),"}"),i&&c.push(`ContentType = ${R(i)}`),r?.file?c.push(`I\
nFile = ${R(r.file.name)}`):r&&c.push("Body = $body"),o&&c.push(`OutFile = ${R(o)}`,"PassThru = $true"),c.push(`TimeoutS\
ec = ${J}`,"SkipHeaderValidation = $true","SkipHttpErrorCheck = $true"),`#Requires -Version 7
$ErrorActionPreference = 'Stop'

${ls(e)}$request = @{
${N(c.map(d=>`    ${d}`))}}
$response = Invoke-WebRequest @request
"$($response.StatusCode) $($response.StatusDescription)"
${o?"":`$response.Content
`}`}function cs(e){return/^[A-Za-z]+$/.test(e)?e:R(e)}function ls({body:e}){if(!e||e.file)return"";if(e.form)return`$bod\
y = ${R(new URLSearchParams(e.form).toString())}
`;if(!e.files){let n=e.text??"";return`$body = [Text.Encoding]::UTF8.GetBytes(${me(n)&&!/^'@/m.test(n)?`@'
${n}
'@`:R(n)})
`}let t=["$body = [System.Net.Http.MultipartFormDataContent]::new()"];for(let[n,r]of e.fields??[]){let o=`[System.Net.Ht\
tp.StringContent]::new(${R(r)})`;t.push(`$body.Add(${o}, ${R(n)})`)}for(let[n,r]of e.files){let o=`[IO.File]::ReadAllByt\
es((Convert-Path -LiteralPath ${R(r.name)}))`;t.push(`$file = [System.Net.Http.ByteArrayContent]::new(${o})`),t.push(`$f\
ile.Headers.ContentType = ${R(r.type)}`),t.push(`$body.Add($file, ${R(n)}, ${R(r.name)})`)}return N(t)}var br=/^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/;function wr(e){let{method:t,base:n,path:r,query:o,body:s,basic:i}=e,
a=V(e),l=a||s?.file||s?.files?.length,c=[B(n+r)];br.test(t)||c.unshift(B(t));let d=(w,x,A)=>c.push(`${w}=${x[0]}
${N(A.map(O=>`        ${O},`))}    ${x[1]}`),p=([w,x])=>`(${B(w)}, ${B(x)})`;o.length&&d("params","[]",o.map(p));let h=z(
e).map(([w,x])=>`${B(w)}: ${B(x)}`);if(h.length&&d("headers","{}",h),s?.form)d("data","[]",s.form.map(p));else if(s?.file)
c.push(`data=Path(${B(s.file.name)}).read_bytes()`);else if(s?.files){let w=(s.fields??[]).map(([A,O])=>`(${B(A)}, (None\
, ${B(O)}))`),x=s.files.map(([A,{name:O,type:C}])=>{let I=B(O);return`(${B(A)}, (${I}, Path(${I}).read_bytes(), ${B(C)})\
)`});d("files","[]",[...w,...x])}else s&&c.push(fs(s.text??"",e));i&&c.push(`auth=(${i.map(B).join(", ")})`),c.push(`tim\
eout=${J}`);let m=br.test(t)?t.toLowerCase():"request",$=a?`response.raise_for_status()
Path(${B(a)}).write_bytes(response.content)`:"print(response.text)";return`${l?`from pathlib import Path

`:""}import requests

response = requests.${m}(
${N(c.map(w=>`    ${w},`))})
print(response.status_code, response.reason)
${$}
`}function fs(e,{contentType:t}){if(L(t)&&e.trim()!=="null"&&et(e,1/0))return`json=${tt(cr(e),"    ")}`;let n=fr(e).map(
B);return n.length===1?`data=${n[0]}.encode()`:`data=(
${N(n.map(r=>`        ${r}`))}    ).encode()`}var Dt={Python:wr,curl:dr,PowerShell:$r,JavaScript:_t,TypeScript:_t,"C#":ur,PHP:gr,"HTTP file":hr,HTTP:pr},xr={Python:".\
py",curl:".sh",PowerShell:".ps1",JavaScript:".mjs",TypeScript:".mts","C#":".cs",PHP:".php","HTTP file":".http",HTTP:".tx\
t"};function Or(e){let t=u("select",{"aria-label":"Language",change:()=>s()},...Object.keys(Dt).map(c=>j(c))),n=u("code",{}),
r=de(),o=c=>c.base?Dt[t.value](Wn(c)):"",s=()=>{l.open&&(n.textContent=o(zn(ge(e()),e().signing.isOwn())))},i=u("button",
{type:"button",class:"callsheet-button",async click(){let c=await Be(o(ge(e())));r.textContent=c?"Copied":"Select the te\
xt to copy it"}},"Copy"),a=u("button",{type:"button",class:"callsheet-button",click:()=>Qt(o(ge(e())),`request${xr[t.value]}`)},
"Save"),l=u("details",{class:"callsheet-program",toggle:()=>s()},u("summary",{},"The request as code"),u("p",{class:"cal\
lsheet-line"},t,i,a,r),u("pre",{class:"highlight",tabindex:"0",dir:"ltr","aria-label":"Program"},n));return{element:l,refresh:s}}function us(e){if(!e)return;if(e.form)return new URLSearchParams(e.form);if(e.text!==void 0)return new TextEncoder().encode(
e.text);if(e.file!==void 0)return e.file?new Blob([e.file]):void 0;let t=new FormData;for(let[n,r]of e.fields??[])t.append(
n,r);for(let[n,r]of e.files??[])r&&t.append(n,r);return t}async function Sr(e,t){let n=new Headers(e.headers);e.authorization&&
n.set("Authorization",e.authorization);let r=performance.now(),o=await fetch(M(e),{method:e.method,headers:n,body:us(e.body),
signal:t,credentials:"omit",referrerPolicy:"no-referrer",redirect:"manual",cache:"no-store"}),s=new Uint8Array(await o.arrayBuffer());
return{response:o,content:s,milliseconds:performance.now()-r}}async function ds(e,t){try{return await fetch(`${e}/`,{mode:"\
no-cors",credentials:"omit",referrerPolicy:"no-referrer",cache:"no-store",signal:t}),!0}catch{return!1}}function Mt(e){return/^(localhost|127(\.\d+){3}|\[::1\])$/.
test(e)}async function Tr(e,t,n){let{origin:r,protocol:o}=location,{origin:s,protocol:i,hostname:a,port:l}=new URL(e),c=o===
"file:"?"null":r,d=`callsheet serve --port ${l||"8765"} --cors-origin ${c}`;if(n)return[`This page's Content-Security-Po\
licy does not let it ask ${s}.`,["Whoever serves this site has to name that origin under ",ke("connect-src"),"."]];if(o===
"https:"&&i==="http:"&&!Mt(a))return["A page of https: cannot ask a server of http: (mixed content).",["Use the server's\
 https: address, or open this page from http:."]];if(!navigator.onLine&&!Mt(a))return["The browser is offline.",["Connec\
t to the network and send again."]];if(s!==r&&await ds(e,t))return[`${s} answers, but does not let pages of this origin \
(${c}) read its answers (CORS).`,["Of the reference server, allow it with ",ke(d),"; of another server, add ",ke(c)," to\
 the origins that it allows. The request may have been carried out."]];let p=o==="file:"?"This page comes from a disk, s\
o a server is needed. ":"",h=Mt(a)?["Start the reference server with ",ke(d)," and send again."]:["Is the address right,\
 and can you reach it from here? To try the reference server instead, start ",ke(`callsheet serve --cors-origin ${c}`),"\
 and choose its address."];return[`No server answers at ${e}.`,[p,...h]]}function ke(e){return u("code",{},e)}var ps=20;function Er(e,{status:t,mediaType:n,content:r}){let{statuses:o=[],ranges:s=[],gets:i=[],got:a,types:l={}}=e,c=[
...o,...s],d=s.some(m=>m==="default"||m[0]===String(t)[0]);if(c.length&&!o.includes(t)&&!d)return[{path:"status",expected:c.
join(" or "),got:String(t)}];let p=k(n);if(t===204||t===205||t===304||e.method==="HEAD")return[];if(t>=400)return L(p)&&
r.length?Ar(r,p,void 0,{}):[];let h=i.map(k);return h.length&&(p||a)&&!h.includes(p)?[{path:"media type",expected:h.join(
" or "),got:p||"none"}]:a&&!r.length?[{path:"body",expected:"a body",got:"nothing"}]:Ar(r,p,a,l)}function Ar(e,t,n,r){let o=we(
e,t);try{if(U(t))ae(o);else if(L(t)){let s=JSON.parse(o);return n?Oe(ps,ie(s,n,r)).map(i=>({...i,path:`body ${i.path}`})):
[]}return[]}catch(s){return[{path:"body",expected:U(t)?"well-formed XML":"JSON",got:Tt(s)}]}}function Cr(e,t,{faults:n,isChanged:r}){let o=Er(e,t),{status:s}=t,i=s>=400&&s<500;if(i&&r&&o.some(({path:c})=>c==="stat\
us")){let c=n.length?"Refused, as your input is not what the page allows":"Refused; your input is not that of the exampl\
e",d=`. The page does not document ${s}.`;return{kind:"neutral",text:c+d,said:`refused, ${s} is not documented`,found:[]}}
if(o.length)return{kind:"bad",text:"Not as documented:",said:`${`${o.length} ${o.length===1?"difference":"differences"}`}\
 from the page`,found:o};let a=!!(e.statuses?.length||e.ranges?.length);return i&&a?{kind:"neutral",text:`Refused, as do\
cumented for ${s}.`,said:"refused as documented",found:o}:n.length&&s<400?{kind:"neutral",text:`As documented for ${s}, \
although the page does not allow this input.`,said:"as documented",found:o}:{kind:"good",text:a?`As documented for ${s}.`:
"The page documents no status.",said:"as documented",found:o}}async function Nr(e,t,n,r){let o=Or(()=>i),s,i=await Zn(t,r,()=>{o.refresh(),s&&vr(s)}),a=er(i,o.element);Ke(i,{});let l=JSON.
stringify(ye(i));Ke(i,T.get()),n.setAttribute("aria-controls",a.section.id);let c={uid:e,button:n,form:i,parts:a,program:o,
example:l,refused:"",abort:null};return ms(c),Ne(c),hs(c),o.refresh(),s=c,c}function ms(e){let{form:t,parts:n}=e;n.form.
addEventListener("submit",r=>{r.preventDefault(),$s(e)}),n.anywayButton.addEventListener("click",()=>Ut(e,qe(t))),n.resetButton.
addEventListener("click",()=>ys(e)),n.cancelButton.addEventListener("click",()=>e.abort?.abort()),n.closeButton.addEventListener(
"click",()=>Ht(e)),n.section.addEventListener("keydown",r=>{r.key==="Escape"&&e.abort?.abort()}),n.form.addEventListener(
"keydown",r=>{r.key!=="Enter"||!(r.ctrlKey||r.metaKey)||(r.preventDefault(),r.stopPropagation(),n.form.requestSubmit())},
{capture:!0})}function vr({uid:e,form:t,parts:n,example:r,refused:o}){let s=ye(t),i=JSON.stringify(s);Ze.set(e,i===r?null:
s),n.resetButton.hidden=i===r,i!==o&&(n.anywayButton.hidden=!0)}function hs({uid:e,form:t,parts:n}){let r=Ze.get(e);if(!r)
return;let o=r.credentials?t.signing.choice():r.sign,s=t.server.get()??"",i=Rt(t,{...r,base:s,sign:o,credentials:gs(t)});
n.resetButton.hidden=!1,G(n,`Your last input is back${i.length?`, without ${It(i)}`:""}.`)}function gs({signing:e}){return e.
isOwn()?T.get().mark??"":""}function ys(e){let{uid:t,form:n,parts:r,program:o}=e;Ke(n,T.get()),Ze.set(t,null),r.resetButton.
hidden=!0,r.anywayButton.hidden=!0,o.refresh(),G(r,"The fields are those of the example."),r.sendButton.focus()}function It(e){
let t=e.at(-1)??"";return e.length>1?`${e.slice(0,-1).join(", ")} and ${t}`:t}function $s(e){if(e.abort)return;let t=qe(
e.form);t.length?Pr(e,t):Ut(e,[])}async function Ut(e,t){let{uid:n,form:r,parts:o}=e;if(e.abort)return;o.anywayButton.hidden=
!0;let s=ye(r),i=JSON.stringify(s)!==e.example||r.signing.isOwn(),a=new AbortController;e.abort=a,Xe(),o.answer.replaceChildren(),
G(o,"Sending …"),o.sendButton.setAttribute("aria-disabled","true"),o.cancelButton.hidden=!1;let l=ge(r),c=await ws(e,l,
a.signal,{faults:t,isChanged:i});e.abort=null,o.sendButton.removeAttribute("aria-disabled"),document.activeElement===o.cancelButton&&
o.sendButton.focus(),o.cancelButton.hidden=!0,Ee.add(or(n,s,l,c)),Ne(e),c&&!t.length&&bs(e)}function bs({form:e,parts:t}){
let n=Qn(e);if(!n.length)return;let r=u("button",{type:"button",class:"callsheet-button",click(){T.setHere([]),s.remove(),
t.sendButton.focus()}},"Undo"),o=`The samples of this page now have ${It(n)}. `,s=u("p",{class:"callsheet-note callsheet\
-line"},o,r);t.answer.append(s)}function G({status:e},t,n=!1){e.textContent=t,e.classList.toggle("callsheet-say--quiet",
n)}function Pr(e,t){let{form:n,parts:r}=e;e.refused=JSON.stringify(ye(n)),r.answer.replaceChildren(),G(r,`Not sent: ${t.
length===1?t[0]:`${t.length} entries need a change.`}`),r.anywayButton.hidden=!Pt(n);let o=r.section.querySelector('[ari\
a-invalid="true"]'),s=o?.closest("details");s&&(s.open=!0),o?.focus()}async function ws({form:e,parts:t},n,r,o){let s=!1,
i=a=>{s||=a.effectiveDirective==="connect-src"};document.addEventListener("securitypolicyviolation",i);try{let{response:a,
content:l,milliseconds:c}=await Sr(n,r);return a.type==="opaqueredirect"?(kr(t,"The server answers with a redirect, whic\
h is not followed: credentials stay with the server that they are for.",["Is the address of the server right?"]),0):(xs(
e.data,t,a,l,c,o),a.status)}catch{return r.aborted?G(t,"Cancelled. The server may have carried it out."):(await new Promise(
a=>{setTimeout(a,50)}),kr(t,...await Tr(n.base,r,s))),0}finally{document.removeEventListener("securitypolicyviolation",i)}}
function kr(e,t,n){G(e,`No answer to read. ${t}`),e.answer.replaceChildren(u("p",{class:"callsheet-verdict callsheet-ver\
dict--bad"},...n))}function xs(e,t,n,r,o,s){let{status:i,statusText:a}=n,l=n.headers.get("Content-Type")??"",c=[...n.headers],
d={status:i,reason:a,content:r,milliseconds:o,headers:c,mediaType:l},p=Cr(e,d,s),h=typeof e.got=="object"&&!!e.got.contentEncoding;
G(t,`Answer: ${i} ${a}, ${p.said}.`,!0),t.answer.replaceChildren(...kn(d,p,h))}function Ne(e){let{uid:t,parts:n}=e,r=n.history.
querySelector("details")?.open??!1,s=sr(t,i=>Os(e,i),()=>{Ee.clear(),Ne(e),G(n,"The history is cleared.",!0),n.title.focus()});
s.open=r,n.history.replaceChildren(s)}function Os(e,t){let{abort:n,form:r,parts:o,program:s}=e;if(n)return;let i=Rt(r,t.
state);s.refresh(),vr(e);let a=qe(r);i.length?(o.answer.replaceChildren(),G(o,`Not sent: the history does not have ${It(
i)}. Complete the request, and send it.`),o.sendButton.focus()):Pt(r)?Ut(e,a):Pr(e,a)}function Ht({parts:e,button:t}){e.
section.hidden=!0,t.setAttribute("aria-expanded","false"),t.focus()}function ve(e){let{type:t,properties:n,anyOf:r,...o}=typeof e=="string"?{type:e}:e,s=o;if(typeof t=="string"){let[i,a]=t.
replace("?","").split(" "),l=i;s.type=t.endsWith("?")?[l,"null"]:l,a&&(s.format=a)}else t&&(s.type=t);n&&(s.properties=Br(
n)),r&&(s.anyOf=r.map(ve));for(let i of["items","additionalProperties"]){let a=o[i];a&&a!==!0&&(s[i]=ve(a))}return s}function Br(e){
return Object.fromEntries(Object.entries(e).map(([t,n])=>[t,ve(n)]))}function Lr(e){return typeof e=="string"?{name:e}:Array.
isArray(e)?{name:e[0],type:e[1]}:e}function Rr({query:e,headers:t,sent:n,got:r,types:o,...s}){return{...s,...e&&{query:e.
map(Lr)},...t&&{headers:t.map(Lr)},...n&&{sent:ve(n)},...r&&{got:ve(r)},...o&&{types:Br(o)}}}function Fr(e){return`${e.replace(
/^\.|[^A-Za-z0-9._-]|_(?=x)/gu,n=>`_x${n.codePointAt(0)?.toString(16).toUpperCase()}_`)}.js`}var jr=new WeakMap,_r=new Map,ne=null;async function Ss(e,t){let n=jr.get(e);if(n?.parts.section.isConnected&&!n.parts.section.
hidden){Ht(n);return}let r=n??await Ts(e,t);r.parts.section.hidden=!1,e.setAttribute("aria-expanded","true"),ne=r,r.form.
signing.fill(),Ne(r),r.parts.title.focus()}async function Ts(e,t){let n=e.closest("[data-callsheet-uid]"),{callsheetUid:r="",
callsheetFile:o}=n.dataset;await Re(`console/${o??Fr(r)}`);let s=_r.get(r);if(!s)throw new Error(`There is no data of ${r}`);
let i=await Nr(r,Rr(s),e,t);return e.closest(".callsheet-route")?.after(i.parts.section),jr.set(e,i),i}function As(e){rn(),
window.callsheet.toggleConsole=t=>Ss(t,e),T.onChange(()=>{ne?.parts.section.isConnected&&(ne.form.signing.fill(),ne.program.
refresh())}),Zt(()=>{!ne||ne.parts.section.isConnected||(ne.abort?.abort(),Xe(),ne=null)})}window.callsheetConsole=(e,t)=>{
_r.set(e,t)};window.callsheet.startConsole=As;})();
