/*! Made by `make javascript`: sources 4a799a910a13527f, code db9b3b32fdd61c4d */
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
"use strict";(()=>{var{API_KEY:ct,VALID:Re,badge:_e,breakable:Qt,copy:Fe,credentials:lt,load:je,make:d,onPage:en,save:tn,schemes:nn,siteUrl:ks,
statusNote:pe,storedText:De,values:T}=window.callsheet;var Wr=window;function rn(e,t,n={}){let r={tab:"	",indentOn:/[({\[]$/,moveToNewLine:/^[)}\]]/,spellcheck:!1,catchTab:!0,
preserveIdent:!0,addClosing:!0,history:!0,window:Wr,autoclose:{open:`([{'"`,close:`)]}'"`},...n},o=r.window,s=o.document,
i=[],a=[],c=-1,l=!1,u=()=>{},p;e.setAttribute("contenteditable","plaintext-only"),e.setAttribute("spellcheck",r.spellcheck?
"true":"false"),e.style.outline="none",e.style.overflowWrap="break-word",e.style.overflowY="auto",e.style.whiteSpace="pr\
e-wrap";let m=(f,g)=>{t(f,g)},h=o.navigator.userAgent.match(/Firefox\/([0-9]+)\./),$=h?parseInt(h[1]):0,w=!1;(e.contentEditable!==
"plaintext-only"||$>=136)&&(w=!0),w&&e.setAttribute("contenteditable","true");let x=Yt(()=>{let f=I();m(e,f),F(f)},30),E=!1,
O=f=>!qt(f)&&!Gt(f)&&f.key!=="Meta"&&f.key!=="Control"&&f.key!=="Alt"&&!f.key.startsWith("Arrow"),A=Yt(f=>{O(f)&&(re(),E=
!1)},300),_=(f,g)=>{i.push([f,g]),e.addEventListener(f,g)};_("keydown",f=>{f.defaultPrevented||(p=ue(),r.preserveIdent?Ir(
f):Wt(f),r.catchTab&&Hr(f),r.addClosing&&Ur(f),r.history&&(Xr(f),O(f)&&!E&&(re(),E=!0)),w&&!zr(f)&&F(I()))}),_("keyup",f=>{
f.defaultPrevented||f.isComposing||(p!==ue()&&x(),A(f),u(ue()))}),_("focus",f=>{l=!0}),_("blur",f=>{l=!1}),_("paste",f=>{
re(),Jr(f),re(),u(ue())}),_("cut",f=>{re(),Vr(f),re(),u(ue())});function I(){let f=de(),g={start:0,end:0,dir:void 0},{anchorNode:y,
anchorOffset:b,focusNode:S,focusOffset:k}=f;if(!y||!S)throw"error1";if(y===e&&S===e)return g.start=b>0&&e.textContent?e.
textContent.length:0,g.end=k>0&&e.textContent?e.textContent.length:0,g.dir=k>=b?"->":"<-",g;if(y.nodeType===Node.ELEMENT_NODE){
let P=s.createTextNode("");y.insertBefore(P,y.childNodes[b]),y=P,b=0}if(S.nodeType===Node.ELEMENT_NODE){let P=s.createTextNode(
"");S.insertBefore(P,S.childNodes[k]),S=P,k=0}return Kt(e,P=>{if(P===y&&P===S)return g.start+=b,g.end+=k,g.dir=b<=k?"->":
"<-","stop";if(P===y)if(g.start+=b,!g.dir)g.dir="->";else return"stop";else if(P===S)if(g.end+=k,!g.dir)g.dir="<-";else return"\
stop";P.nodeType===Node.TEXT_NODE&&(g.dir!="->"&&(g.start+=P.nodeValue.length),g.dir!="<-"&&(g.end+=P.nodeValue.length))}),
e.normalize(),g}function F(f){let g=de(),y,b=0,S,k=0;if(f.dir||(f.dir="->"),f.start<0&&(f.start=0),f.end<0&&(f.end=0),f.
dir=="<-"){let{start:W,end:q}=f;f.start=q,f.end=W}let P=0;Kt(e,W=>{if(W.nodeType!==Node.TEXT_NODE)return;let q=(W.nodeValue||
"").length;if(P+q>f.start&&(y||(y=W,b=f.start-P),P+q>f.end))return S=W,k=f.end-P,"stop";P+=q}),y||(y=e,b=e.childNodes.length),
S||(S=e,k=e.childNodes.length),f.dir=="<-"&&([y,b,S,k]=[S,k,y,b]);{let W=Le(y);if(W){let $e=s.createTextNode("");W.parentNode?.
insertBefore($e,W),y=$e,b=0}let q=Le(S);if(q){let $e=s.createTextNode("");q.parentNode?.insertBefore($e,q),S=$e,k=0}}g.setBaseAndExtent(
y,b,S,k),e.normalize()}function Le(f){for(;f&&f!==e;){if(f.nodeType===Node.ELEMENT_NODE){let g=f;if(g.getAttribute("cont\
enteditable")=="false")return g}f=f.parentNode}}function Be(){let g=de().getRangeAt(0),y=s.createRange();return y.selectNodeContents(
e),y.setEnd(g.startContainer,g.startOffset),y.toString()}function zt(){let g=de().getRangeAt(0),y=s.createRange();return y.
selectNodeContents(e),y.setStart(g.endContainer,g.endOffset),y.toString()}function Ir(f){if(f.key==="Enter"){let g=Be(),
y=zt(),[b]=Zt(g),S=b;if(r.indentOn.test(g)&&(S+=r.tab),S.length>0?(Z(f),f.stopPropagation(),oe(`
`+S)):Wt(f),S!==b&&r.moveToNewLine.test(y)){let k=I();oe(`
`+b),F(k)}}}function Wt(f){if(w&&f.key==="Enter")if(Z(f),f.stopPropagation(),zt()==""){oe(`
 `);let g=I();g.start=--g.end,F(g)}else oe(`
`)}function Ur(f){let g=r.autoclose.open,y=r.autoclose.close;if(g.includes(f.key)){Z(f);let b=I(),S=b.start==b.end?"":de().
toString(),k=f.key+S+(y[g.indexOf(f.key)]??"");oe(k),b.start++,b.end++,F(b)}}function Hr(f){if(f.key==="Tab")if(Z(f),f.shiftKey){
let g=Be(),[y,b]=Zt(g);if(y.length>0){let S=I(),k=Math.min(r.tab.length,y.length);F({start:b,end:b+k}),s.execCommand("de\
lete"),S.start-=k,S.end-=k,F(S)}}else oe(r.tab)}function Xr(f){if(qt(f)){Z(f),c--;let g=a[c];g&&(e.innerHTML=g.html,F(g.
pos)),c<0&&(c=0)}if(Gt(f)){Z(f),c++;let g=a[c];g&&(e.innerHTML=g.html,F(g.pos)),c>=a.length&&c--}}function re(){if(!l)return;
let f=e.innerHTML,g=I(),y=a[c];if(y&&y.html===f&&y.pos.start===g.start&&y.pos.end===g.end)return;c++,a[c]={html:f,pos:g},
a.splice(c+1);let b=300;c>b&&(c=b,a.splice(0,1))}function Jr(f){if(f.defaultPrevented)return;Z(f);let y=(f.originalEvent??
f).clipboardData.getData("text/plain").replace(/\r\n?/g,`
`),b=I();oe(y),m(e),F({start:Math.min(b.start,b.end)+y.length,end:Math.min(b.start,b.end)+y.length,dir:"<-"})}function Vr(f){
let g=I(),y=de();(f.originalEvent??f).clipboardData.setData("text/plain",y.toString()),s.execCommand("delete"),m(e),F({start:Math.
min(g.start,g.end),end:Math.min(g.start,g.end),dir:"<-"}),Z(f)}function Kt(f,g){let y=[];f.firstChild&&y.push(f.firstChild);
let b=y.pop();for(;b&&g(b)!=="stop";)b.nextSibling&&y.push(b.nextSibling),b.firstChild&&y.push(b.firstChild),b=y.pop()}function it(f){
return f.metaKey||f.ctrlKey}function qt(f){return it(f)&&!f.shiftKey&&at(f)==="Z"}function Gt(f){return it(f)&&f.shiftKey&&
at(f)==="Z"}function zr(f){return it(f)&&at(f)==="C"}function at(f){let g=f.key||f.keyCode||f.which;if(g)return(typeof g==
"string"?g:String.fromCharCode(g)).toUpperCase()}function oe(f){f=f.replace(/&/g,"&amp;").replace(/</g,"&lt;").replace(/>/g,
"&gt;").replace(/"/g,"&quot;").replace(/'/g,"&#039;"),s.execCommand("insertHTML",!1,f)}function Yt(f,g){let y=0;return(...b)=>{
clearTimeout(y),y=o.setTimeout(()=>f(...b),g)}}function Zt(f){let g=f.length-1;for(;g>=0&&f[g]!==`
`;)g--;g++;let y=g;for(;y<f.length&&/[ \t]/.test(f[y]);)y++;return[f.substring(g,y)||"",g,y]}function ue(){return e.textContent||
""}function Z(f){f.preventDefault()}function de(){return e.getRootNode().getSelection()}return{updateOptions(f){Object.assign(
r,f)},updateCode(f,g=!0){e.textContent=f,m(e),g&&u(f)},onUpdate(f){u=f},toString:ue,save:I,restore:F,recordHistory:re,destroy(){
for(let[f,g]of i)e.removeEventListener(f,g)}}}var on=!1;function sn(){addEventListener("pointerdown",()=>ft(!0),!0),addEventListener("pointerup",()=>ft(!1),!0),addEventListener(
"pointercancel",()=>ft(!1),!0)}function ft(e){on=e}function Q(e){on?addEventListener("pointerup",()=>setTimeout(e),{once:!0}):
e()}var be="application/x-www-form-urlencoded",an="multipart/form-data";function C(e){return e.split(";")[0].trim().toLowerCase()}
function L(e){return/[/+]json$/.test(C(e))}function U(e){return/[/+]xml$/.test(C(e))}function we(e,t){let[,n="utf-8"]=/charset="?([\w-]+)/i.
exec(t)??[];try{return new TextDecoder(n).decode(e)}catch{return new TextDecoder().decode(e)}}var Me=/\s+|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[{}[\],:]/y,
ut=/<!--.*?-->|<\/?[^<>\s]+|\/?>|[^<>\s"=]+(?==)|"[^"<]*"|[^<>"=]+|./sy;function*xe(e,t){for(let n=0;n<e.length;){t.lastIndex=
n;let r=t.exec(e)?.[0]||e[n];n+=r.length,yield{token:r,end:n}}}function cn({token:e,end:t},n){return/^\s*$/.test(e)?"":e[0]===
'"'?/^\s*:/.test(n.slice(t,t+20))?"nt":"s2":e[0]==="<"||e.endsWith(">")?e.startsWith("<!--")?"c":"nt":/^-?\d/.test(e)?"m\
i":/^(true|false|null)$/.test(e)?"kc":""}function ln(e){return U(e)?ut:L(e)?Me:null}var Kr=5e4;function pt(e,t){return!t||e.length>Kr?[e]:[...xe(e,t)].map(n=>{let r=cn(n,e);return r?d("span",{class:r},n.token):
n.token})}function dt(e){let t="";for(let n of e.childNodes)n instanceof Text?t+=n.data:n.nodeName==="BR"?t+=n.nextSibling?
`
`:"":t+=(n.nodeName==="DIV"&&n.previousSibling?`
`:"")+dt(n);return t}function fn(e,t,n){let r="",o=d("div",{class:"callsheet-editor highlight",tabindex:"0",role:"textbo\
x","aria-multiline":"true","aria-label":e,"aria-describedby":t,dir:"ltr"}),s=()=>o.replaceChildren(...pt(dt(o),ln(r))),a=rn(
o,s,{tab:"  ",catchTab:!1,addClosing:!1,window:{document,navigator,setTimeout:(c,l)=>setTimeout(()=>document.activeElement===
o&&c(),l)}});return o.addEventListener("blur",()=>Q(s)),o.addEventListener("input",n),o.addEventListener("keyup",n),{area:o,
get:()=>dt(o),set(c,l){r=l,a.updateCode(c,!1),n()}}}var J=10,me="callsheet-boundary",un={jpeg:"jpg","svg+xml":"svg","octet-stream":"bin",plain:"txt"};function V({headers:e}){
let t=e.find(([n])=>n==="Accept")?.[1]??"";return/^(image\/|application\/(octet-stream|pdf|zip))/.test(t)?mt(t):""}function mt(e){
let t=C(e).split("/")[1]??"";return`answer.${(Object.hasOwn(un,t)?un[t]:t.replace(/^.*\+/,"").replace(/\W/g,""))||"bin"}`}
function z({headers:e,authorization:t,basic:n}){return n||!t?e:[["Authorization",t],...e]}function N(e){return e.map(t=>`${t}\

`).join("")}function Ie(e){let t=z(e),n=([r])=>r.toLowerCase()==="content-type";return[t.filter(r=>!n(r)),t.find(n)?.[1]??
""]}function he(e){return e.includes(`
`)&&!/(?![ \n])[\p{C}\p{Z}]/u.test(e)}function Ue({fields:e=[],files:t=[]}){let n=o=>`"${o.replaceAll('"',"%22").replaceAll(
"\r","%0D").replaceAll(`
`,"%0A")}"`,r=o=>`--${me}\r
Content-Disposition: form-data; name=${n(o)}`;return[...e.map(([o,s])=>`${r(o)}\r
\r
${s}\r
`),...t.flatMap(([o,s])=>[`${r(o)}; filename=${n(s.name)}\r
Content-Type: ${s.type}\r
\r
`,{file:s.name},`\r
`]),`--${me}--\r
`]}var ht=/^[+-]?(\d{1,400}(\.\d*)?|\.\d+)(e[+-]?\d{1,3})?$/i,gt=/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/,
qr=/^[+-]?\d{1,20}$/,Gr=/^(\d{4})-(\d\d)-(\d\d)[Tt ]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)?$/,yt=new Map(
[["int32",31n],["int64",63n]]),$t=new Map([["int32","int32, a whole number from -2147483648 to 2147483647"],["int64","in\
t64, a whole number of at most 64 bits"],["double","double, a number such as 1.5"],["bool","bool, true or false"],["date\
-time","date-time, such as 2026-11-21T09:30:00Z"],["byte","byte, text in base64"]]);function bt(e){let[,t,n,r]=Gr.exec(e)??
[];if(!r||t==="0000")return!1;let o=new Date(Date.UTC(2e3,Number(n)-1,Number(r)));return o.setUTCFullYear(Number(t),Number(
n)-1,Number(r)),o.getUTCMonth()===Number(n)-1&&o.getUTCDate()===Number(r)}function Yr(e,t){if(!qr.test(e))return!1;let n=1n<<
t,r=BigInt(e.replace("+",""));return-n<=r&&r<n}function Zr(e,t){let n=yt.get(t);return n?Yr(e,n):t==="double"?ht.test(e):
t==="bool"?/^(true|false)$/i.test(e):t==="date-time"?bt(e):t!=="byte"||gt.test(e)}function dn(e,t="",n){return n?.length?
n.includes(e)?"":`one of ${n.join(", ")}`:Zr(e,t)?"":$t.get(t)??""}var Qr=200,eo=20,to=new Map([["date",/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/],["email",/^[^\s@]+@[^\s@]+$/],["ur\
i",/^[a-z][a-z0-9+.-]*:[^\s]*$/i],["uuid",/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i]]),no=[["minimum","at least %",
(e,t)=>e<t],["maximum","at most %",(e,t)=>e>t],["exclusiveMinimum","above %",(e,t)=>e<=t],["exclusiveMaximum","below %",
(e,t)=>e>=t],["multipleOf","a multiple of %",(e,t)=>Math.abs(e/t-Math.round(e/t))>1e-9]],ro=[["minLength","at least % ch\
aracters",(e,t)=>[...e].length<t],["maxLength","at most % characters",(e,t)=>[...e].length>t],["pattern","a text that ma\
tches %",(e,t)=>!mn(t,e)]],oo=[["minItems","at least % items",(e,t)=>e.length<t],["maxItems","at most % items",(e,t)=>e.
length>t],["uniqueItems","items that differ",(e,t)=>t&&e.some((n,r)=>e.slice(0,r).some(o=>Xe(n,o)))]],so=[["minPropertie\
s","at least % properties",(e,t)=>Object.keys(e).length<t],["maxProperties","at most % properties",(e,t)=>Object.keys(e).
length>t]];function Je(e){return e===null?"null":Array.isArray(e)?"array":typeof e=="number"?Number.isInteger(e)?"intege\
r":"number":typeof e}function ee(e){return Je(e)==="object"}function wt({type:e}){return[e??[]].flat()}function io(e){let t=JSON.
stringify(e);return t.length>60?`${t.slice(0,57)}...`:t}function pn(e,t){return/^[\p{L}_][\p{L}\p{N}_]*$/u.test(t)?`${e}\
.${t}`:`${e}[${JSON.stringify(t)}]`}function*se(e,t,n,r="$",o=0){let s=(c,l)=>({path:r,keyword:c,expected:l,got:io(e)});
if(t===!1&&(yield s("not","no such value")),typeof t=="boolean"||o>Qr)return;let i=ao(e,t)??co(e,t);if(i){yield s(...i);
return}let a=c=>se(e,c,n,r,o+1);t.$ref&&(yield*a(n[t.$ref]??{}));for(let[c,l]of lo(e,t))yield s(c,l);Array.isArray(e)?yield*fo(
e,t,n,r,o):ee(e)&&(yield*uo(e,t,n,r,o));for(let c of t.allOf??[])yield*a(c);for(let c of["anyOf","oneOf"]){let l=(t[c]??
[]).map(m=>Oe(eo,a(m))),u=l.filter(m=>!m.length).length,p=l.find(m=>m.length&&m[0].path!==r);l.length&&!u&&(p||l.length===
1)?yield*p??l[0]:l.length&&!u?yield s("anyOf",l.map(m=>m[0].expected).join(" or ")):c==="oneOf"&&u>1&&(yield s("oneOf","\
exactly one of the alternatives"))}t.not!==void 0&&a(t.not).next().done&&(yield s("not","no such value"))}function ao(e,t){
let n=Je(e),r=wt(t);if(!r.length||r.includes(n)||n==="integer"&&r.includes("number"))return null;let{format:o=""}=t;return[
"type",$t.has(o)?o:r.filter(s=>s!=="null").join(" or ")]}function co(e,t){let n=Object.hasOwn(t,"const")?[t.const]:t.enum;
if(!n||n.some(o=>Xe(o,e)))return null;let r=n.filter(o=>o!==null).map(o=>typeof o=="string"?o:JSON.stringify(o));return[
t.enum?"enum":"const",`one of ${r.join(", ")}`]}function Xe(e,t){if(e===t)return!0;if(Array.isArray(e)&&Array.isArray(t))
return e.length===t.length&&e.every((r,o)=>Xe(r,t[o]));if(!ee(e)||!ee(t))return!1;let n=Object.keys(e);return n.length===
Object.keys(t).length&&n.every(r=>Object.hasOwn(t,r)&&Xe(e[r],t[r]))}function*lo(e,t){let{format:n="",contentEncoding:r}=t;
if(typeof e=="number"){yield*He(e,no,t);let o=Number.isInteger(e)?yt.get(n):void 0;o&&Math.abs(e+.5)>2**Number(o)&&(yield[
"format",n])}else typeof e=="string"?(yield*He(e,ro,t),n==="date-time"&&!bt(e)&&(yield["format",n]),to.get(n)?.test(e)===
!1&&(yield["format",n]),r&&!gt.test(e)&&(yield["contentEncoding",r])):Array.isArray(e)?yield*He(e,oo,t):ee(e)&&(yield*He(
e,so,t))}function*He(e,t,n){for(let[r,o,s]of t){let i=n[r];i!==void 0&&s(e,i)&&(yield[r,o.replace("%",()=>String(i))])}}
function mn(e,t){try{return new RegExp(e,"u").test(t)}catch{return!0}}function*fo(e,{items:t,prefixItems:n=[]},r,o,s){for(let i=0;i<
e.length;i+=1){let a=i<n.length?n[i]:t;a!==void 0&&(yield*se(e[i],a,r,`${o}[${i}]`,s+1))}}function*uo(e,t,n,r,o){let{properties:s={},
additionalProperties:i}=t,a=t.required===!0?Object.keys(s):t.required??[];for(let l of a)Object.hasOwn(e,l)||(yield{path:pn(
r,l),keyword:"required",expected:"the property",got:"nothing"});let c=Object.entries(t.patternProperties??{});for(let[l,
u]of Object.entries(e)){let p=c.filter(([m])=>mn(m,l)).map(([,m])=>m);Object.hasOwn(s,l)?p.push(s[l]):!p.length&&i!==void 0&&
p.push(i);for(let m of p)yield*se(u,m,n,pn(r,l),o+1)}}function Oe(e,t){let n=[];for(let r of t)if(n.push(r),n.length===e)
break;return n}var hn="http://www.w3.org/2001/XMLSchema-instance",po=/<!--.*?-->|<!\[CDATA\[.*?\]\]>|<[^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*>|[^<]+/gs;
function ie(e){if(/<!DOCTYPE/i.test(e))throw new Error("a document type is not allowed");let t=new DOMParser().parseFromString(
e,"application/xml"),n=t.querySelector("parsererror");if(n){let r=(n.textContent??"").split(`
`);throw new Error(r.find(o=>/error.*\d/i.test(o))??"it is not well-formed")}return t.documentElement}function mo(e,t){let n=Ve(
e),r=n.anyOf?Ve(n.anyOf.find(o=>Ve(o).type!=="null")):n;return r.$ref?Ve(t[r.$ref]):r}function Ve(e){return typeof e=="o\
bject"?e:{}}function Se(e,t,n){let r=mo(t,n);if(e.getAttributeNS(hn,"nil")==="true")return null;let o=wt(r),s=[...e.children];
if(o.includes("array"))return s.map(a=>Se(a,r.items,n));if(s.length||o.includes("object")){let{properties:a={},additionalProperties:c}=r;
return Object.fromEntries(s.map(l=>[l.localName,Se(l,a[l.localName]??c,n)]))}let i=e.textContent??"";return o.includes("\
integer")||o.includes("number")?ht.test(i)?Number(i):i:o.includes("boolean")&&/^(true|false)$/i.test(i)?/^t/i.test(i):i}
function ho(e){return e.replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu,"�").replaceAll("&","&amp;").
replaceAll("<","&lt;").replaceAll(">","&gt;")}function go(e){let t=e.replace(/[^\p{L}\p{N}_.-]/gu,"_");return/^[\p{L}_]/u.
test(t)?t:`_${t}`}function xt(e,t,n=""){let r=go(e);if(t===null)return`${n}<${r} xmlns:i="${hn}" i:nil="true"/>`;if(typeof t!=
"object")return`${n}<${r}>${ho(String(t))}</${r}>`;let o=Array.isArray(t)?t.map(i=>["item",i]):Object.entries(t);if(!o.length)
return`${n}<${r}/>`;let s=o.map(([i,a])=>xt(i,a,`${n}  `));return[`${n}<${r}>`,...s,`${n}</${r}>`].join(`
`)}function gn(e){let t=0,n=!0,r="",o=(e.trim().match(po)??[]).filter(s=>s.trim());return o.forEach((s,i)=>{let a=/^<[^!?]/.
test(s),c=!s.startsWith("<")||s.startsWith("<!["),l=s.startsWith("</");l&&(t-=1),r+=n||c?s:`
${"  ".repeat(t)}${s}`;let u=a&&!l&&!s.endsWith("/>");u&&(t+=1),n=c||u&&!!o[i+1]?.startsWith("</")}),r}var te=class{constructor(t){this.source=t}};function yn(e){return JSON.parse(e,(n,r,o)=>typeof r=="number"&&o?.source?new te(
o.source):r)}function ae(e){return typeof e=="object"&&e!==null&&!(e instanceof te)}var yo=500,$o=2e5,bo=100;function $n(e,t){let n=t.trim().toLowerCase();if(!n)return[];let r=[],o=[{name:"",value:e,place:[]}];
for(let s=0;s<$o&&r.length<yo;s+=1){let i=o.pop();if(!i)break;let{name:a,value:c,place:l}=i;if([a,wo(c)].some(m=>m.toLowerCase().
includes(n))&&r.push(l),!ae(c)||l.length===bo)continue;let u=Array.isArray(c),p=Object.entries(c).map(([m,h],$)=>({name:u?
"":m,value:h,place:[...l,$]}));for(let m of p.reverse())o.push(m)}return r}function wo(e){return e instanceof te?e.source:
ae(e)?"":String(e)}var Ot=100,bn=40,wn=2e3;function On(e,t,n){if(!ae(e))return xn(t,xo(e));let r=Array.isArray(e),o=Object.entries(e);if(!o.
length)return xn(t,r?"[]":"{}");let[s,i]=r?["item","items"]:["property","properties"],a=`${o.length} ${o.length===1?s:i}`,
c=r?`[ ${a} ]`:`{ ${a} }`,l=d("span",{class:"callsheet-note"},c);return Sn([...t,l],o,r,n)}function xn(e,t){return{element:d(
"div",{tabindex:"-1"},...e,t),open:()=>null}}function xo(e){return e instanceof te?d("span",{class:"mi"},e.source):d("sp\
an",{class:typeof e=="string"?"s2":"kc"},JSON.stringify(e))}function Sn(e,t,n,r){let o=d("div",{}),s=[],i=null,a=()=>{if(o.
firstChild)return;for(let[p,m]of t.slice(0,Ot)){let h=n?[]:[d("span",{class:"nt"},JSON.stringify(p)),": "],$=r&&t.length<=
bn&&Oo(m)<=bn,w=On(m,h,$);s.push(w),o.append(w.element)}let u=t.slice(Ot);u.length&&(i=Sn([`${u.length} more`],u,n,!1),o.
append(i.element))},c=d("details",{toggle:a},d("summary",{},...e),o),l=()=>{c.open=!0,a()};return r&&l(),{element:c,open(u){
return l(),s[u]??i?.open(u-Ot)??null}}}function Oo(e){return ae(e)?Object.keys(e).length:0}function Tn(e){let t=On(e,[],
!0),n=d("div",{class:"callsheet-json highlight",dir:"ltr"},t.element);if(!ae(e))return n;let r=pe(),o=[],s=-1,i=()=>{for(let w of n.
querySelectorAll(".callsheet-found"))w.classList.remove("callsheet-found");if(!o.length)return;let h=t;for(let w of o[s])
h=h?.open(w)??null;let $=h?.element.querySelector(":scope > summary")??h?.element;$?.classList.add("callsheet-found"),$?.
scrollIntoView({block:"nearest"})},a=()=>{o=$n(e,u.value),s=0,c(),i()},c=()=>{u.value.trim()?r.textContent=o.length?`${s+
1} of ${o.length}`:"Not found":r.textContent=""},l=h=>{o.length&&(s=(s+h+o.length)%o.length,c(),i())},u=d("input",{type:"\
search",class:"callsheet-input","aria-label":"Find in the answer",placeholder:"Find in the answer",autocomplete:"off",spellcheck:"\
false",input:a,keydown(h){h.key!=="Enter"||h.ctrlKey||h.metaKey||(h.preventDefault(),l(h.shiftKey?-1:1))}}),p=(h,$)=>d("\
button",{type:"button",class:"callsheet-button",click:$},h),m=h=>{for(let $=0;$<wn;){let w=[...n.querySelectorAll(h?"det\
ails:not([open])":"details[open]")].slice(0,wn-$);if(!w.length)break;for(let x of w)x.open=h,x.dispatchEvent(new Event("\
toggle"));$+=w.length}};return d("div",{},d("p",{class:"callsheet-line"},u,r,p("Expand all",()=>m(!0)),p("Collapse all",
()=>m(!1))),n)}var An=2e5,En={iVBORw0KGgo:"image/png","/9j/":"image/jpeg",R0lGOD:"image/gif"},Tt=new Set;function kn(e,t){let n=URL.createObjectURL(
new Blob([e],{type:t}));return Tt.add(n),n}function ze(){for(let e of Tt)URL.revokeObjectURL(e);Tt.clear()}function At(e){
return e<1e3?`${e} byte${e===1?"":"s"}`:e<1e6?`${(e/1e3).toFixed(1)} kB`:`${(e/1e6).toFixed(1)} MB`}function Et(e){let t=`\
callsheet-status callsheet-status--${String(e)[0]}xx`;return d("span",{class:t},String(e))}function So({content:e,mediaType:t},n){
let r=C(t);if(!e.length)return d("p",{class:"callsheet-note"},"The answer has no body.");if(/^image\//.test(r))return Nn(
e,r);if(!Cn(r,e))return d("p",{},`${At(e.length)} of ${r||"no media type"}, which can be saved.`);let o=we(e,t);if(o.length>
An)return d("div",{},St(o.slice(0,An),null),d("p",{class:"callsheet-note"},"This is the beginning; save it to see the re\
st."));try{if(L(r))return To(o,n);if(U(r))return ie(o),St(gn(o),ut)}catch{}return St(o,null)}function Cn(e,t){return/^text\//.
test(e)||L(e)||U(e)||/javascript|urlencoded/.test(e)?!0:!e&&!t.subarray(0,1e3).includes(0)}function To(e,t){let n=yn(e),
r=Tn(n),o=t&&typeof n=="string"?Ao(n):null;return o?d("div",{},Nn(...o),r):r}function Ao(e){let t=Object.keys(En).find(n=>e.
startsWith(n));if(!t)return null;try{return[Uint8Array.from(atob(e),n=>n.charCodeAt(0)),En[t]]}catch{return null}}function St(e,t){
return d("pre",{class:"highlight",tabindex:"0",dir:"ltr","aria-label":"Body"},d("code",{},...pt(e,t)))}function Nn(e,t){
let n=d("figcaption",{},`${t}, ${At(e.length)}`),r=d("img",{src:kn(e,t),alt:"The image that the server sent",load(){n.append(
`, ${r.naturalWidth} × ${r.naturalHeight} pixels`)},error(){r.replaceWith(`It says that it is ${t}, but it cannot be sh\
own.`)}});return d("figure",{class:"callsheet-image"},r,n)}function Eo({content:e,mediaType:t}){let n=kn(e,"application/\
octet-stream");return d("a",{href:n,download:mt(t),class:"callsheet-button"},"Save")}function ko(e){let{content:t,mediaType:n}=e;
if(!t.length)return[];let r=pe(),o=d("button",{type:"button",class:"callsheet-button",async click(){let a=await Fe(we(t,
n));r.textContent=a?"Copied":"Select the text to copy it"}},"Copy"),i=[...Cn(C(n),t)?[o]:[],Eo(e),r];return[d("p",{class:"\
callsheet-line"},...i)]}function vn(e,t,n){let{status:r,reason:o,milliseconds:s,content:i,headers:a,mediaType:c}=e,l=a.map(
([p,m])=>d("tr",{},d("th",{scope:"row"},p),d("td",{},m))),u=c?`, ${c}`:"";return[d("p",{class:"callsheet-line"},Et(r),` ${o}\
 `,d("span",{class:"callsheet-note"},`${Math.round(s)} ms, ${At(i.length)}${u}`)),Co(t),d("details",{},d("summary",{},`H\
eaders (${a.length})`),d("table",{class:"callsheet-headers"},d("tbody",{},...l))),So(e,n),...ko(e)]}function Co({kind:e,
text:t,found:n}){let r=n.map(({path:o,expected:s,got:i})=>d("li",{},d("strong",{},o),`: expected ${s}, got ${i}`));return d(
"div",{class:`callsheet-verdict callsheet-verdict--${e}`},d("p",{},t),...r.length?[d("ul",{},...r)]:[])}var No=20;function We(e){return C(e)===be?"application/json":e}function Pn(e,t,n,r,o,s){let[i,a]=[t,n].map(We);try{if(L(
i)&&U(a))return xt(s,JSON.parse(e));if(U(i)&&L(a))return JSON.stringify(Se(ie(e),r,o),null,2)}catch{}return e}function Ln(e,t,n,r){
if(!e.trim())return n?["The body is missing."]:[];let o=We(t),s;try{if(L(o))s=JSON.parse(e);else if(U(o))s=Se(ie(e),n,r);else
return[]}catch(i){return[`The body is no valid ${U(o)?"XML":"JSON"}: ${kt(i)}.`]}return n?Oe(No,se(s,n,r)).map(({path:i,
expected:a,got:c})=>`${i}: expected ${a}, got ${c}.`):[]}function kt(e){return e instanceof Error?e.message:String(e)}function Bn(e){
try{return Object.entries(JSON.parse(e)).map(([t,n])=>[t,typeof n=="string"?n:JSON.stringify(n)])}catch{return[]}}function Rn(e){
try{return ee(JSON.parse(e))}catch{return!1}}var vo=20;function Fn(e,{status:t,mediaType:n,content:r}){let{statuses:o=[],ranges:s=[],gets:i=[],got:a,types:c={}}=e,l=[
...o,...s],u=s.some(h=>h==="default"||h[0]===String(t)[0]);if(l.length&&!o.includes(t)&&!u)return[{path:"status",expected:l.
join(" or "),got:String(t)}];let p=C(n);if(t===204||t===205||t===304||e.method==="HEAD")return[];if(t>=400)return L(p)&&
r.length?_n(r,p,void 0,{}):[];let m=i.map(C);return m.length&&(p||a)&&!m.includes(p)?[{path:"media type",expected:m.join(
" or "),got:p||"none"}]:a&&!r.length?[{path:"body",expected:"a body",got:"nothing"}]:_n(r,p,a,c)}function _n(e,t,n,r){let o=we(
e,t);try{if(U(t))ie(o);else if(L(t)){let s=JSON.parse(o);return n?Oe(vo,se(s,n,r)).map(i=>({...i,path:`body ${i.path}`})):
[]}return[]}catch(s){return[{path:"body",expected:U(t)?"well-formed XML":"JSON",got:kt(s)}]}}function jn(e,t,{faults:n,isChanged:r}){let o=Fn(e,t),{status:s}=t,i=s>=400&&s<500;if(i&&r&&o.some(({path:l})=>l==="stat\
us")){let l=n.length?"Refused, as your input is not what the page allows":"Refused; your input is not that of the exampl\
e",u=`. The page does not document ${s}.`;return{kind:"neutral",text:l+u,said:`refused, ${s} is not documented`,found:[]}}
if(o.length)return{kind:"bad",text:"Not as documented:",said:`${`${o.length} ${o.length===1?"difference":"differences"}`}\
 from the page`,found:o};let a=!!(e.statuses?.length||e.ranges?.length);return i&&a?{kind:"neutral",text:`Refused, as do\
cumented for ${s}.`,said:"refused as documented",found:o}:n.length&&s<400?{kind:"neutral",text:`As documented for ${s}, \
although the page does not allow this input.`,said:"as documented",found:o}:{kind:"good",text:a?`As documented for ${s}.`:
"The page documents no status.",said:"as documented",found:o}}var Po={spaceDelimited:" ",pipeDelimited:"|"},Lo={label:[".","."],matrix:[";",";"]};function Ke(e,{shape:t}){return t===
"object"?Dn(e,t):t!=="array"?e:(e.startsWith("[")?Dn(e,t):null)??e.split(",").map(r=>r.trim()).filter(Boolean)}function Dn(e,t){
try{let n=JSON.parse(e);return Je(n)===t?n:null}catch{return null}}function qe(e){return e===null?"":typeof e=="string"?
e:JSON.stringify(e)}function Mn(e){return(Array.isArray(e)?e:Object.entries(e).flat()).map(qe)}function In(e,t){let{name:n,
style:r="",explode:o}=e,s=Ke(t,e);if(s===null||typeof s=="string")return[[n,t]];if(r==="deepObject")return Ct(Array.isArray(
s)?`${n}[]`:n,s);if(o)return(Array.isArray(s)?s.map(c=>[n,c]):Object.entries(s)).map(([c,l])=>[c,qe(l)]);let i=Mn(s);return i.
length?[[n,i.join(Po[r]??",")]]:[]}function Ct(e,t){return Array.isArray(t)?t.flatMap(n=>Ct(e,n)):ee(t)?Object.entries(t).
flatMap(([n,r])=>Ct(`${e}[${n}]`,r)):[[e,qe(t)]]}function Un(e,t){let{style:n="",explode:r}=e,o=encodeURIComponent(e.name),
s=Ke(t,e),i=n==="matrix",[a,c]=Lo[n]??["",","];if(s===null||typeof s=="string"){let p=encodeURIComponent(t);return a+(i?
o+(p&&`=${p}`):p)}let l=p=>encodeURIComponent(qe(p));if(!r){let p=Mn(s).map(l).join(",");return p&&a+(i?`${o}=${p}`:p)}let u=Array.
isArray(s)?s.map(p=>(i?`${o}=`:"")+l(p)):Object.entries(s).map(([p,m])=>`${l(p)}=${l(m)}`);return u.length?a+u.join(c):""}var Bo=/auth(?!or(?!iz))|token|cookie|secret|passw|pwd|(api|access|private)[_-]?key|credential|session|^(so[_-]?)?ticket$/i;
function ce(e){return Bo.test(e)}function Te(e){let{password:t,token:n,key:r}=T.get();return[t,n,r].some(o=>o&&e.includes(
o))}var Ro=new Map([["int32","numeric"],["int64","numeric"],["double","decimal"]]),_o=/^(accept-(charset|encoding)|access-control-.*|connection|content-length|cookie2?|date|dnt|expect|host|keep-alive|origin|proxy-.*|referer|sec-.*|set-cookie|te|trailer|transfer-encoding|upgrade|via)$/i,
Fo=/^[\t\x20-\x7e]*$/,Hn=0;function G(){return Hn+=1,`callsheet-console-${Hn}`}function H(e,t,n=""){let r=G(),o=d("span",
{id:`${r}-fault`,class:"callsheet-fault",hidden:!0});return t.id=r,t.setAttribute("aria-describedby",`${r}-hint ${r}-fau\
lt`),{element:d("div",{class:"callsheet-field"},d("label",{for:r},e),d("div",{},t,d("span",{id:`${r}-hint`,class:"callsh\
eet-note",hidden:!n},n),o)),blame(i){return o.textContent=i,o.hidden=!i,t.setAttribute("aria-invalid",String(!!i)),i}}}function D(e,t=e){
return d("option",{value:e},t)}function Xn({type:e,shape:t}){return e==="array"||t==="array"}function jo(e){let{name:t,type:n,
values:r,required:o}=e;if(r?.length||n==="bool"){let i=r?.length?r:["true","false"];return d("select",{},D("",o?"Choose \
…":"not sent"),...i.map(a=>D(a)))}let s={placeholder:Do(e),autocomplete:"off",spellcheck:"false"};return d("input",{type:ce(
t)?"password":"text",inputmode:Ro.get(n??"")??"text",...s})}function Do(e){return e.type==="date-time"?"2026-11-21T09:30\
:00Z":Xn(e)?"one, two":e.shape==="object"?'{"key": "value"}':e.required?"":"not sent"}function Ge(e,t,n){let{name:r,type:o,
required:s,shape:i}=e,a=jo(e),c=t==="header"&&_o.test(r),l=[o,s&&"required",Xn(e)&&"commas between the values",i==="obje\
ct"&&"an object in JSON",c&&"set by the browser itself"],{element:u,blame:p}=H(r,a,l.filter(Boolean).join(", "));s&&a.setAttribute(
"aria-required","true"),a.disabled=c;let m=()=>p(Mo(e,t,a));return a.addEventListener("input",()=>{a.getAttribute("aria-\
invalid")==="true"&&m(),n()}),a.addEventListener("change",()=>Q(m)),{name:r,place:t,element:u,check:m,isSendable:()=>!Jn(
t,a.value),get:()=>c?"":a.value,set(h){let $=a instanceof HTMLSelectElement?[...a.options]:null;h&&$&&!$.some(w=>w.value===
h)&&a.append(D(h)),a.value=h,p("")}}}function Mo(e,t,n){let{name:r,required:o}=e,s=n.value;return s?Io(e,t,s):o&&!n.disabled?
`${r} is required.`:""}function Io({name:e,type:t,values:n,shape:r},o,s){let i=Jn(o,s);if(i)return`${e}: ${i}.`;if(r==="\
object"&&Ke(s,{shape:r})===null)return`${e}: expected an object in JSON.`;let a=dn(s,t,n);return a&&`${e}: expected ${a}\
.`}function Jn(e,t){if(e==="path"&&/^\.{1,2}$/.test(t))return`a path cannot have ${t} in it`;let n=Fo.test(t)&&t===t.trim();
return e==="header"&&!n?"expected one line of ASCII characters":""}var Nt="••••••",Vn={name:"file",type:"application/octet-stream"};function ge(e){let t=n=>encodeURIComponent(
n).replaceAll("%24","$");return e.map(([n,r])=>`${t(n)}=${t(r)}`).join("&")}function j({base:e,path:t,query:n}){return e+
t+(n.length?`?${ge(n)}`:"")}function zn(e,t){return e.split(/\{([^{}/]+)\}/).map((n,r)=>r%2?t(n):encodeURI(n).replaceAll(
"%25","%")).join("")}function Wn(e,t){let n=s=>s.map(([i,a])=>{let c=ce(i)||i===e.keyField;return[i,c?Nt:a]}),r={...e,headers:n(
e.headers),query:n(e.query)};if(!t||!e.authorization)return r;let[o]=e.authorization.split(" ");return{...r,basic:e.basic&&
[e.basic[0],Nt],authorization:`${o} ${Nt}`}}function Kn(e){let{body:t}=e;if(!t)return{...e,body:null};let{file:n,files:r,
...o}=t;return{...e,body:{...o,...n!==void 0&&{file:n??Vn},...r&&{files:r.map(([s,i])=>[s,i??Vn])}}}}var Gn={};window.callsheetFiles=e=>{Gn=e};async function Yn(){try{await je("console/files.js")}catch(e){reportError(e)}}
function vt(e){let t=C(e),n=Gn[t];if(!n)return null;let[r,o]=n;return new File([Uint8Array.from(atob(o),s=>s.charCodeAt(
0))],r,{type:t})}function qn({name:e,size:t}){return`${e} (${t.toLocaleString("en")} bytes)`}function Pt(e,t,n){let r=vt(
t),o=d("input",{type:"file"}),s=d("span",{class:"callsheet-note",role:"status"}),i=d("button",{type:"button",class:"call\
sheet-button",hidden:!0},""),{element:a,blame:c}=H(e,o,"Or drop a file here.");o.after(s,i),a.classList.add("callsheet-d\
rop");let l=()=>o.files?.[0]??null,u=()=>l()??r,p=()=>c(u()?"":`${e}: choose a file.`),m=()=>{let x=l();x?s.textContent=
`Sends your ${qn(x)}.`:s.textContent=r?`Sends ${qn(r)} of this site.`:"No file is chosen.",a.classList.toggle("callsheet\
-drop--ready",!x&&r!==null),i.hidden=!x||!r,i.textContent=`Send ${r?.name} instead`,u()&&c("")},h=()=>{m(),n()},$=()=>{o.
value="",m()};o.addEventListener("change",h),i.addEventListener("click",()=>{$(),o.focus(),n()});let w=x=>a.classList.toggle(
"callsheet-drop--over",x);return a.addEventListener("dragover",x=>{x.dataTransfer?.types.includes("Files")&&(x.preventDefault(),
w(!0))}),a.addEventListener("dragleave",()=>w(!1)),a.addEventListener("drop",x=>{w(!1),x.dataTransfer?.files.length&&(x.
preventDefault(),o.files=x.dataTransfer.files,h())}),m(),{name:e,element:a,check:p,get:u,own:()=>l()?.name??"",drop:$,retype(x){
r=vt(x)??vt(t),m()}}}async function Zn(e,t){let{body:n,sends:r=[]}=e;if(!n||/^(GET|HEAD)$/.test(e.method))return null;let o=r.find(p=>C(p)===
C(n.type)),s=[...new Set([...r.map(p=>p===o?n.type:p),...o||!n.type?[]:[n.type]])],i=d("select",{},...s.map(p=>D(p))),a=H(
"Content-Type",i);(n.file||n.parts?.files.length)&&await Yn();let c=Uo(e,n,t);i.addEventListener("change",()=>{c.retype?.(
i.value),t()});let u={element:d("fieldset",{},d("legend",{},`Body: ${n.name}`),...s.length?[a.element]:[],...c.elements),
type:()=>i.value,check:()=>c.check(i.value),content:()=>c.content(i.value),text:c.text,set(p,m){s.includes(p)&&(i.value=
p),c.set?c.set(i.value,m):c.retype?.(i.value)},fill(p){u.set(p.type||s[0],p.text??""),c.setFields?.(p.parts?.fields??[]),
u.dropFiles()},isSendable:()=>c.isSendable?.(i.value)??!0,fields:c.fields,setFields:c.setFields,files:()=>(c.files??[]).
map(({own:p})=>p()).filter(Boolean),dropFiles(){for(let p of c.files??[])p.drop()}};return u}function Uo(e,t,n){return t.
file?Xo(t.file,n):t.parts?Jo(t.parts,n):Ho(e,t,n)}function Ho({sent:e,types:t={}},n,r){let o=G(),s=d("ul",{id:o,class:"c\
allsheet-faults",hidden:!0}),i=fn(`Body: ${n.name}`,o,()=>{s.hidden||c(a),r()}),a="",c=u=>{let p=Ln(i.get(),u,e,t);return s.
replaceChildren(...p.map(m=>d("li",{},m))),s.hidden=!p.length,i.area.setAttribute("aria-invalid",String(!!p.length)),p};
i.area.addEventListener("blur",()=>Q(()=>c(a)));let l=(u,p)=>{a=u,i.set(p,We(u)),s.hidden=!0,i.area.setAttribute("aria-i\
nvalid","false")};return{elements:[i.area,s],check:c,text:i.get,set:l,retype(u){l(u,Pn(i.get(),a,u,e,t,n.name))},content(u){
let p=i.get();return C(u)===be?{form:Bn(p)}:{text:p}},isSendable:u=>C(u)!==be||Rn(i.get())}}function Xo(e,t){let n=Pt("F\
ile",e,t);return{elements:[n.element],check:()=>[n.check()].filter(Boolean),content(r){let o=n.get();return C(r)!==an?{file:o}:
{fields:[],files:[["file",o]]}},retype:n.retype,files:[n]}}function Jo({fields:e,files:t},n){let r=e.map(([i])=>Ge({name:i},
"query",n)),o=t.map(([i,a])=>Pt(i,a,n)),s=()=>r.map(({name:i,get:a})=>[i,a()]).filter(([,i])=>i);return{elements:[...r,...o].
map(({element:i})=>i),check:()=>o.map(i=>i.check()).filter(Boolean),content:()=>({fields:s(),files:o.map(i=>[i.name,i.get()])}),
fields:s,setFields(i){let a=[...i];for(let c of r){let l=a.findIndex(([u])=>u===c.name);c.set(l<0?"":a.splice(l,1)[0][1])}},
files:o}}var Ye=De("localStorage","callsheet.workspace"),Vo="http://127.0.0.1:8765";function Lt(e){let t;try{t=new URL(e,location.
protocol==="file:"?void 0:location.origin)}catch{return null}let{protocol:n,username:r,password:o,search:s,hash:i}=t;return!/^https?:$/.
test(n)||r||o||s||i?null:t.href.replace(/\/+$/,"")}async function zo(){if(location.protocol==="file:")return!1;try{return(await fetch(
location.pathname,{method:"HEAD",credentials:"omit"})).headers.has("X-Request-Id")}catch{return!1}}async function Qn({servers:e}){
let t=e.flatMap(({url:i,name:a})=>{let c=Lt(i);return c?[{url:c,name:a}]:[]}),r=(t.some(({url:i})=>i===location.origin)||
!e.length)&&await zo();if(e.length)return t.map(i=>({...i,isReference:r&&i.url===location.origin}));let o=r?[{url:location.
origin,name:"This site",isReference:r}]:[],s={url:Vo,name:"This machine",isReference:!0};return[...o,s].filter(({url:i},a,c)=>c.
findIndex(l=>l.url===i)===a)}function Wo(){let e=Ye.get();if(e!==null)return e;let t=`reader-${[...crypto.getRandomValues(
new Uint32Array(3))].map(n=>n.toString(36)).join("")}`;return Ye.set(t),t}function er({any:e},t,n){let{base:r}=T.get(),o=r?
Lt(r):null,s=O=>t.some(A=>A.url===O),i=t.map(({url:O,name:A})=>D(O,A?`${A} (${O})`:O)),a=d("datalist",{id:G()},...e?i:[]),
c=e?d("input",{type:"url",autocomplete:"off",spellcheck:"false",list:a.id}):d("select",{},...i),l=o&&!e&&!s(o)?`Of your \
values, ${o} is not among the addresses that this site allows.`:"",{element:u,blame:p}=H("Server",c,l);e&&u.append(a);let m=d(
"input",{autocomplete:"off",spellcheck:"false"}),h=H("Workspace",m,"Your changes stay apart from those of other readers.\
 Empty for the one that all share.");c.value=o&&(e||s(o))?o:t[0]?.url??"";let $=()=>{let O=Lt(c.value);return O&&(e||s(O))?
O:null},w=()=>t.some(({url:O,isReference:A})=>A&&O===$()),x=()=>{h.element.hidden=!w(),w()&&!m.value&&(m.value=Wo())};m.
addEventListener("input",()=>{h.blame(/^[\x20-\x7e]*$/.test(m.value)?"":"Workspace: expected ASCII characters."),Ye.set(
m.value.trim()),n()}),x();let E=()=>p($()?"":"Server: expected an address such as https://example.com/tenant.");return c.
addEventListener("change",()=>{E()||T.set("base",$()??""),Q(x),n()}),{elements:[u,h.element],check:E,get:$,workspace:()=>w()&&
/^[\x20-\x7e]*$/.test(m.value)?m.value.trim():"",set(O,A){(e||s(O))&&(c.value=O),x(),!(!w()||m.value===A)&&(m.value=A,Ye.
set(A))}}}function Bt(e){let[,t=""]=/^Basic (\S+)$/i.exec(e)??[];try{let[,n,r]=/^([^:]*):([\x20-\x7e]*)$/.exec(atob(t))??[];return n&&
/^[\x20-\x7e]+$/.test(n)?[n,r]:null}catch{return null}}function Ko(e){return e==="Basic"?"Basic: user and password":e===
ct?"API key: a header field":`${e}: token`}function tr(e){return/^(example|none)$/.test(e)?[]:e==="Basic"?["user","passw\
ord"]:e===ct?["keyName","key"]:["token"]}function nr(e,t){let[n]=Bt(e.authorization??"")??[],r=d("select",{},...e.authorization?
[D("example",n?`As ${n}, as in the example`:"As in the example")]:[],...nn().map(h=>D(h,Ko(h))),D("none","No credentials")),
o=H("Sign in",r),s=()=>tr(r.value).length>0,i=[Ae("user","User","text"),Ae("password","Password","password"),Ae("token",
"Token","password"),Ae("keyName","Header field","text","X-API-Key"),Ae("key","Key","password")],a=d("button",{type:"butt\
on",class:"callsheet-button",click(){T.forget(),p(),t()}},"Forget"),c=d("p",{class:"callsheet-note callsheet-line"},"The\
y stay in this tab, and go only to the server above. ",a),l=()=>{let h=tr(r.value);for(let{name:$,element:w}of i)w.hidden=
!h.includes($);c.hidden=!h.length},u=()=>{let h=T.get();for(let $ of i)$.fill(h[$.name]??"")},p=()=>{let h=T.get();lt(h)?
r.value=h.scheme??"Basic":e.authorization?r.value="example":r.value=e.signsIn?"Basic":"none",u(),l()},m=()=>{s()&&T.set(
"scheme",r.value),l()};return r.addEventListener("change",()=>{m(),t()}),p(),{element:d("fieldset",{},d("legend",{},"Cre\
dentials"),o.element,...i.map(({element:h})=>h),c),fill:u,isOwn:s,choice:()=>r.value,choose(h){h!==r.value&&(r.value=h,m())},
field(){return r.value==="none"?null:s()?lt({...T.get(),scheme:r.value}):e.authorization?["Authorization",e.authorization]:
null},check:()=>i.map(({element:h,check:$})=>h.hidden?"":$()).filter(Boolean)}}function Ae(e,t,n,r=""){let o=d("input",{
type:n,autocomplete:"off",spellcheck:"false",placeholder:r}),{element:s,blame:i}=H(t,o),a=e==="user"||e==="password"?null:
Re[e],c=l=>!a||a.test(l);return o.addEventListener("input",()=>{let l=o.value.trim(),u=!l||c(l);i(u?"":`${t}: expected ${e===
"keyName"?"letters, digits, - and _":"letters, digits and . _ ~ + / = : -"} only.`),T.set(e,u?l:"")}),{name:e,element:s,
fill(l){o!==document.activeElement&&(o.value=l,i(""))},check(){let l=o.value.trim()||r,u=l&&c(l);return i(u?"":`${t} is \
required, or choose another way to sign in.`)}}}var qo="Callsheet-Workspace";async function rr(e,t,n){let r=await Qn(t),o=new Map,s=[["path",e.path],["query",e.query],[
"header",e.headers]];for(let[i,a=[]]of s)for(let c of a)o.set(Ge(c,i,n),c);return{data:e,parameters:o,server:er(t,r,n),body:await Zn(
e,n),signing:nr(e,n),accept:Go(e,n)}}function Go({gets:e=[],accept:t},n){if(!e.length)return null;let r=d("select",{change:n},
...e.map(o=>D(o)));return r.value=e.find(o=>o===t)??e.find(L)??e[0],{element:H("Accept",r).element,control:r}}function Ze({
data:e,parameters:t,body:n},r){e.body&&n?.fill(e.body);for(let[o,{value:s=""}]of t)o.set(o.place==="path"&&r[`path:${o.name}`]||
s)}function le({parameters:e},t){return[...e.keys()].filter(n=>n.place===t)}function ye(e){let{data:t,parameters:n,server:r,
body:o,signing:s,accept:i}=e,a=E=>{let O=le(e,"path").find(I=>I.name===E),A=O&&n.get(O),_=O?.get()??"";return A?.style?Un(
A,_):encodeURIComponent(_)},c=E=>le(e,E).filter(O=>O.get()).flatMap(O=>{let A=n.get(O);return E==="query"&&A?.style?In(A,
O.get()):[[O.name,O.get()]]}),l=o?.content()??null,u=o&&l&&!l.files?o.type():"",p=c("header");u&&p.unshift(["Content-Typ\
e",u]),i&&p.unshift(["Accept",i.control.value]);let m=s.field(),h=m?.[0]==="Authorization"?m[1]:"",$=m&&!h?m[0]:"",w=p.filter(
([E])=>E.toLowerCase()!==$.toLowerCase()),x=r.workspace();return{method:t.method,base:r.get()??"",path:zn(t.route,a),query:c(
"query"),headers:[...w,...m&&$?[m]:[],...x?[[qo,x]]:[]],contentType:u,body:l,authorization:h,keyField:$,basic:Bt(h)}}function Qe({
server:e,parameters:t,body:n,signing:r}){let o=[...t.keys()].map(s=>s.check());return[e.check(),...o,...n?.check()??[],...r.
check()].filter(Boolean)}function Rt({server:e,parameters:t,body:n}){return!!e.get()&&[...t.keys()].every(r=>r.isSendable())&&
(n?.isSendable()??!0)}function or(e){let t=T.get(),n=le(e,"path").filter(({get:o})=>Re.path.test(o())),r=n.filter(o=>{let s=t[`\
path:${o.name}`]??e.parameters.get(o)?.value;return o.get()!==s});return r.length?(T.setHere(n.map(({name:o,get:s})=>[`p\
ath:${o}`,s()])),r.map(({name:o,get:s})=>`${o} ${s()}`)):[]}var Yo=6;function sr(e,t){let{data:n,parameters:r,server:o,body:s,signing:i,accept:a}=e,c=F=>{let{required:Le,value:Be}=r.
get(F)??{};return!!(Le||Be)},l=le(e,"query"),u=d("h2",{tabindex:"-1",id:G()},"Try it"),p=d("button",{type:"button",class:"\
callsheet-icon","aria-label":"Close the console"},"×"),m=d("p",{role:"status",class:"callsheet-say callsheet-say--quiet"}),
h=d("button",{type:"submit",class:"callsheet-button callsheet-primary",title:"Ctrl+Enter","aria-keyshortcuts":"Control+E\
nter Meta+Enter"},"Send",d("kbd",{"aria-hidden":"true"},"Ctrl ↵")),$=Ft("Send anyway"),w=Ft("Reset to the example"),x=Ft(
"Cancel"),E=G();h.setAttribute("form",E);let O=d("div",{class:"callsheet-answer"}),A=d("div",{}),_=d("form",{novalidate:!0,
id:E},...o.elements,..._t("Path",le(e,"path")),..._t("Query",l,l.length>Yo&&!l.some(c)),...s?[s.element]:[],...a?[a.element]:
[],i.element,..._t("More headers",le(e,"header"),!0),d("p",{class:"callsheet-line"},x,$,w));if(n.body&&!s){let F=`Browse\
rs send no body with ${n.method}.`;_.append(d("p",{class:"callsheet-note"},F))}return{section:d("section",{class:"callsh\
eet-console",id:G(),"aria-labelledby":u.id,"data-search-exclude":!0},d("div",{class:"callsheet-console-bar"},u,d("p",{class:"\
callsheet-url"},_e(n.method),t.address),h,p),d("div",{class:"callsheet-console-columns"},_,d("div",{class:"callsheet-con\
sole-beside"},m,O,t.element,A))),form:_,title:u,status:m,answer:O,history:A,sendButton:h,anywayButton:$,resetButton:w,cancelButton:x,
closeButton:p}}function _t(e,t,n=!1){if(!t.length)return[];let r=t.map(({element:o})=>o);return n?[d("details",{},d("sum\
mary",{},`${e} (${t.length})`),d("fieldset",{"aria-label":e},...r))]:[d("fieldset",{},d("legend",{},e),...r)]}function Ft(e){
return d("button",{type:"button",class:"callsheet-button",hidden:!0},e)}var Zo=2e4;function ir(e){return e.length>Zo||Te(e)||(e.match(/"([^"\\]|\\.)*"(?=\s*:)|<[\w:.-]+/g)??[]).some(n=>ce(n.replace(
/["<]/g,"")))?void 0:e}function et(e,t){return!ce(e)&&!Te(t)}function ar({place:e,name:t}){return`${e}:${t}`}function fe({
parameters:e,server:t,body:n,signing:r,accept:o}){let s=[...e.keys()].filter(h=>h.get()),i=s.filter(h=>et(h.name,h.get())),
a=n?.text?.(),c=a===void 0?void 0:ir(a),l=n?.fields?.(),u=l?.filter(([h,$])=>et(h,$)&&ir($)!==void 0),m=[...[...s.filter(
h=>!i.includes(h)).map(({name:h})=>h),...l?.filter(h=>!u?.includes(h)).map(([h])=>h)??[]],...a!==void 0&&c===void 0?["th\
e body"]:[],...(n?.files()??[]).map(h=>`the file ${h}`)];return{base:t.get()??"",workspace:t.workspace(),fields:i.map(h=>[
ar(h),h.get()]),accept:o?.control.value??"",sign:r.choice(),credentials:r.isOwn()?T.get().mark??"":"",type:n?.type()??"",
...c!==void 0&&{text:c},...u&&{parts:u},lacks:m}}function Ee({base:e,workspace:t,credentials:n,...r}){return JSON.stringify(
r)}function jt(e,t){let{parameters:n,server:r,body:o,signing:s,accept:i}=e,a=new Map(t.fields);for(let p of n.keys())p.set(
a.get(ar(p))??"");r.set(t.base,t.workspace),i&&(i.control.value=t.accept),s.choose(t.sign),o?.dropFiles(),o?.set(t.type,
t.text??""),o?.setFields?.(t.parts??[]);let c=fe(e),l=p=>JSON.stringify(c[p])!==JSON.stringify(t[p]),u=[...t.lacks];return l(
"base")?u.push(`the server ${t.base}`):l("workspace")&&u.push(`the workspace ${t.workspace}`),l("sign")?u.push(`the sign\
-in ${t.sign}`):l("credentials")&&u.push("the credentials"),(l("fields")||l("parts"))&&u.push("fields that this page no \
longer has"),(l("accept")||l("type"))&&u.push("a media type that this page no longer has"),u}var Qo=20,es=20;function cr(e,t){let n=De("sessionStorage",e);return{get(){try{let r=JSON.parse(n.get()??"");return Array.
isArray(r)?r.filter(({state:o})=>o?.fields):[]}catch{return[]}},set(r){n.set(r.length?JSON.stringify(r.slice(0,t)):null)}}}
var tt=cr("callsheet.history",Qo),ke={get:tt.get,add(e){tt.set([e,...tt.get()])},clear(){tt.set([])}},Dt=cr("callsheet.d\
rafts",es),nt={get:e=>Dt.get().find(t=>t.uid===e)?.state,set(e,t){let n=Dt.get().filter(r=>r.uid!==e);Dt.set(t?[{uid:e,state:t},
...n]:n)}};function lr(e,t,n,r){let o=n.query.filter(([i,a])=>et(i,a)),s=n.path+(o.length?`?${ge(o)}`:"");return{uid:e,status:r,
time:new Date().toTimeString().slice(0,8),page:location.pathname,method:n.method,target:Te(n.path)?"…":s,state:t}}function fr(e,t,n){let r=ke.get(),o=a=>d("span",{class:"callsheet-note"},a),s=r.map(a=>d("li",{},_e(a.method),d("code",{},
a.target),a.status?Et(a.status):o("no answer"),o(a.time),a.uid===e?d("button",{type:"button",class:"callsheet-button",click:()=>t(
a),"aria-label":`Repeat ${a.method} ${a.target}`},"Repeat"):d("a",{href:a.page},"Its page"))),i=d("button",{type:"button",
class:"callsheet-button",click:n},"Clear");return d("details",{class:"callsheet-history",hidden:!r.length},d("summary",{},
`History of this session (${r.length})`),d("ul",{},...s),d("p",{class:"callsheet-line"},i,o("Secrets, files, and bodies \
above 20 kB are not remembered.")))}var Ce=/(?! )[\p{C}\p{Z}]/gu,Mt={"\n":"\\n","\r":"\\r","	":"\\t"},ts=50;function rt(e,t){return e.toString(16).padStart(
t,"0")}function ns(e){let t=e.codePointAt(0)??0;return t<=255?`\\x${rt(t,2)}`:t<=65535?`\\u${rt(t,4)}`:`\\U${rt(t,8)}`}function B(e){
let t=e.split('"').length>e.split("'").length?"'":'"',n=e.replaceAll("\\","\\\\").replaceAll(t,`\\${t}`).replace(Ce,r=>Mt[r]??
ns(r));return t+n+t}function rs(e){return e.split("").map(t=>`\\u${rt(t.charCodeAt(0),4)}`).join("")}function v(e){return`\
"${e.replaceAll("\\","\\\\").replaceAll('"','\\"').replaceAll("</","<\\/").replace(Ce,n=>Mt[n]??rs(n))}"`}function M(e){
return v(e).replaceAll("<\\/","</")}function X(e){return ur(e)?`'${e.replace(/[\\']/g,"\\$&")}'`:`"${e.replace(/[\\"$]/g,
"\\$&").replace(Ce,n=>{let r=n.codePointAt(0)??0;return Mt[n]??`\\u{${r.toString(16)}}`})}"`}var os={"\n":"`n","\r":"`r",
"	":"`t"};function R(e){return ur(e)?`'${e.replace(/['\u2018-\u201b]/g,"$&$&")}'`:`"${e.replace(/[`$"\u201c-\u201e]/g,"`\
$&").replace(Ce,n=>{let r=n.codePointAt(0)??0;return os[n]??`\`u{${r.toString(16)}}`})}"`}function ur(e){return e.search(
Ce)<0}function K(e){return/^[A-Za-z0-9_./:@%+,-]+$/.test(e)?e:`'${e.replaceAll("\0","�").replaceAll("'","'\\''")}'`}function ot(e,t){
try{JSON.parse(e)}catch{return!1}let n=0;for(let{token:r}of xe(e,Me)){r==="{"||r==="["?n+=1:(r==="}"||r==="]")&&(n-=1);let o=/^-?\d/.
test(r)?Math.abs(Number(r)):0;if(n>ts||!Number.isFinite(o)||/^-?\d+$/.test(r)&&o>t)return!1}return!0}function dr(e,t){let n="";
for(let{token:r,end:o}of xe(e,Me)){let s=r[0]==='"'&&/^\s*:/.test(e.slice(o,o+99));n+=t(r,s)}return n.trim()}var ss={true:"\
True",false:"False",null:"None"};function pr(e){return dr(e,t=>t[0]==='"'?B(JSON.parse(t)):ss[t]??t)}function mr(e){return dr(
e,(t,n)=>{if(t[0]!=='"')return t;let r=JSON.parse(t);return n&&r==="__proto__"?'["__proto__"]':v(r)})}function hr(e){return e.
match(/[^\n]*\n|[^\n]+$/g)??[""]}function st(e,t){return e.replaceAll(`
`,`
${t}`)}function gr(e){let{method:t,basic:n,body:r}=e,o=V(e),[s,i]=Ie(e),a=s.map(([p,m])=>`request.Headers.TryAddWithoutValidati\
on(${M(p)}, ${M(m)});`),c=[];if(n){c.push("System.Net.Http.Headers","System.Text");let p=`Encoding.UTF8.GetBytes(${M(n.join(
":"))})`;a.push(`request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(${p}));`)}
r&&a.push(...is(r,i,c));let l=o?`await File.WriteAllBytesAsync(${M(o)}, await response.Content.ReadAsByteArrayAsync());`:
"Console.WriteLine(await response.Content.ReadAsStringAsync());",u=[...new Set(c)].sort().map(p=>`using ${p};`);return`${u.
length?`${N(u)}
`:""}using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(${J}) };
using var request = new HttpRequestMessage(new HttpMethod(${M(t)}), ${M(j(e))});
${N(a)}
using var response = await client.SendAsync(request);
Console.WriteLine($"{(int)response.StatusCode} {response.ReasonPhrase}");
${l}
`}function is(e,t,n){let r=i=>`await File.ReadAllBytesAsync(${M(i)})`,o=i=>i?` { Headers = { ContentType = MediaTypeHead\
erValue.Parse(${M(i)}) } }`:"";if(n.push("System.Net.Http.Headers"),e.form)return[`request.Content = new FormUrlEncodedC\
ontent([${e.form.map(a=>`new(${a.map(M).join(", ")})`).join(", ")}]);`];if(e.file)return[`request.Content = new ByteArra\
yContent(${r(e.file.name)})${o(t)};`];if(!e.files)return n.push("System.Text"),[`request.Content = new ByteArrayContent(${`\
Encoding.UTF8.GetBytes(${as(e.text??"")})`})${o(t)};`];let s=["var form = new MultipartFormDataContent();"];for(let[i,a]of e.
fields??[])s.push(`form.Add(new StringContent(${M(a)}), ${M(i)});`);for(let[i,a]of e.files){let c=`new ByteArrayContent(${r(
a.name)})${o(a.type)}`;s.push(`form.Add(${c}, ${M(i)}, ${M(a.name)});`)}return[...s,"request.Content = form;"]}function as(e){
return!he(e)||e.includes('"""')?M(e):`"""
${e}
"""`}function yr(e){let{method:t,body:n,basic:r}=e,o=j(e),s=V(e),i=c=>`"${c.replace(/[\\"]/g,"\\$&")}"`,a=[`curl --silent --s\
how-error --max-time ${J}${/[[\]{}]/.test(o)?" --globoff":""}`];t==="HEAD"?a.push("--head"):t!==(n?"POST":"GET")&&a.push(
`--request ${K(t)}`),r&&a.push(`--user ${K(r.join(":"))}`);for(let[c,l]of z(e))a.push(`--header ${K(l?`${c}: ${l}`:`${c}\
;`)}`);if(!n&&/^(POST|PUT|PATCH)$/.test(t)&&a.push("--header 'Content-Length: 0'"),n?.form){for(let[c,l]of n.form)a.push(
`--data-urlencode ${K(`${encodeURIComponent(c)}=${l}`)}`);n.form.length||a.push("--data ''")}else if(n?.file)a.push(`--d\
ata-binary ${K(`@${n.file.name}`)}`);else if(n?.files){for(let[c,l]of n.fields??[])a.push(`--form-string ${K(`${c}=${l}`)}`);
for(let[c,{name:l,type:u}]of n.files)a.push(`--form ${K(`${c}=@${i(l)}${u?`;type=${u}`:""}`)}`)}else n&&(e.contentType||
a.push("--header Content-Type:"),a.push(`--data-raw ${K(n.text??"")}`));return s&&a.push(`--output ${s}`),a.push(K(o)),`${a.
join(` \\
  `)}
`}function $r(e){let{method:t,base:n,path:r,query:o,body:s,authorization:i}=e,{host:a,pathname:c}=new URL(n),l=c.replace(/\/$/,
"")+r+(o.length?`?${ge(o)}`:""),m=[["Host",a],...i?[["Authorization",i]]:[],...e.headers].map(([$,w])=>`${$}: ${w}`),h=br(
s);return`${t} ${l} HTTP/1.1
${N(m)}${h?`
${h}
`:""}`}function br(e){return e?.form?ge(e.form):e?.text!==void 0?e.text:e?.file?`< ${e.file.name}`:e?.files?.map(([t,{name:n}])=>`\
< ${t}: ${n}`).join(`
`)}function wr(e){let{method:t,body:n}=e,r=c=>c.replaceAll("{{","%7B%7B"),o=e.authorization,s=z({...e,basic:null,authorization:o});
n?.files&&s.push(["Content-Type",`multipart/form-data; boundary=${me}`]);let i=s.map(([c,l])=>`${c}: ${l}`),a=n?.files?Ue(
n).map(c=>typeof c=="string"?c.replaceAll(`\r
`,`
`):`< ./${c.file}`).join(""):n?.file?`< ./${n.file.name}`:br(n);return`${t} ${r(j(e))}
${N(i)}${a?`
${a.trimEnd()}
`:""}`}function It(e){let{method:t,body:n,basic:r}=e,o=V(e),s=[],i=t==="GET"?[]:[`method: ${v(t)},`],a=z(e).map(([m,h])=>`  ${v(
m)}: ${v(h)},`);r&&a.push(`  Authorization: \`Basic \${btoa(${v(r.join(":"))})}\`,`),a.length&&i.push("headers: {",...a,
"},");let c=([m,h])=>`[${v(m)}, ${v(h)}]`;if(n?.form)i.push(`body: new URLSearchParams([${n.form.map(c).join(", ")}]),`);else if(n?.
file)i.push(`body: await readFile(${v(n.file.name)}),`);else if(n?.files){s.push("const form = new FormData();");for(let[
m,h]of n.fields??[])s.push(`form.append(${v(m)}, ${v(h)});`);for(let[m,{name:h,type:$}]of n.files)s.push(`form.append(${v(
m)}, new Blob([await readFile(${v(h)})], { type: ${v($)} }), ${v(h)});`);i.push("body: form,")}else n&&i.push(`body: ${cs(
n.text??"",e)},`);i.push(`signal: AbortSignal.timeout(${J}_000),`);let l=[(n?.file||n?.files?.length)&&"readFile",o&&"wr\
iteFile"].filter(Boolean),u=l.length?`import { ${l.join(", ")} } from "node:fs/promises";

`:"",p=o?`await writeFile(${v(o)}, Buffer.from(await response.arrayBuffer()));`:"console.log(await response.text());";return`${u}${N(
s)}const response = await fetch(${v(j(e))}, {
${N(i.map(m=>`  ${m}`))}});
console.log(response.status, response.statusText);
${p}
`}function cs(e,{contentType:t}){return L(t)&&ot(e,Number.MAX_SAFE_INTEGER)?`JSON.stringify(${st(mr(e),"  ")})`:t?v(e):`\
new TextEncoder().encode(${v(e)})`}function xr(e){let{method:t,body:n,basic:r}=e,o=V(e),s=ls(e),i=z(e).map(([l,u])=>u?`${l}: ${u}`:`${l};`);Or(n)?i.push(`C\
ontent-Type: multipart/form-data; boundary=${me}`):n&&!n.files&&!e.contentType&&i.push("Content-Type:"),!n&&/^(POST|PUT|PATCH)$/.
test(t)&&i.push("Content-Length: 0");let a=[];t==="HEAD"?a.push("CURLOPT_NOBODY => true,"):(t!=="GET"||n)&&a.push(`CURLO\
PT_CUSTOMREQUEST => ${X(t)},`),i.length&&a.push("CURLOPT_HTTPHEADER => [",...i.map(l=>`    ${X(l)},`),"],"),r&&a.push(`C\
URLOPT_USERPWD => ${X(r.join(":"))},`),n&&a.push("CURLOPT_POSTFIELDS => $body,"),a.push("CURLOPT_RETURNTRANSFER => true,",
`CURLOPT_TIMEOUT => ${J},`);let c=o?`file_put_contents(${X(o)}, $answer);`:'echo $answer, "\\n";';return`<?php
declare(strict_types=1);

${s}$curl = curl_init(${X(j(e))});
curl_setopt_array($curl, [
${N(a.map(l=>`    ${l}`))}]);
$answer = curl_exec($curl);
if ($answer === false) {
    throw new RuntimeException(curl_error($curl));
}
echo curl_getinfo($curl, CURLINFO_RESPONSE_CODE), "\\n";
${c}
`}function Or(e){let t=[...e?.fields??[],...e?.files??[]].map(([n])=>n);return new Set(t).size<t.length||t.length===0&&!!e?.
files}function ls({body:e}){if(!e)return"";let t=o=>`file_get_contents(${X(o)})`;if(e.file)return`$body = ${t(e.file.name)}\
;
`;if(e.form)return`$body = ${X(new URLSearchParams(e.form).toString())};
`;if(!e.files)return`$body = ${fs(e.text??"")};
`;if(Or(e)){let o=Ue(e).map(s=>typeof s=="string"?X(s):t(s.file));return`$body = implode('', [
${N(o.map(s=>`    ${s},`))}]);
`}let n=(e.fields??[]).map(o=>o.map(X).join(" => ")),r=e.files.map(([o,s])=>`${X(o)} => new CURLFile(${[s.name,s.type,s.
name].map(X).join(", ")})`);return`$body = [
${N([...n,...r].map(o=>`    ${o},`))}];
`}function fs(e){return!he(e)||/^\s*BODY/m.test(e)?X(e):`<<<'BODY'
${e}
BODY`}function Sr(e){let{method:t,basic:n,body:r}=e,o=V(e),[s,i]=Ie(e),a=s.map(([u,p])=>`${us(u)} = ${R(p)}`);if(n){let p=`[Te\
xt.Encoding]::UTF8.GetBytes(${R(n.join(":"))})`;a.push(`Authorization = 'Basic ' + [Convert]::ToBase64String(${p})`)}let l=[
`${/^(GET|HEAD|POST|PUT|DELETE|TRACE|OPTIONS|MERGE|PATCH)$/.test(t)?"Method":"CustomMethod"} = ${R(t)}`,`Uri = ${R(j(e))}`];
return a.length&&l.push("Headers = @{",...a.map(u=>`    ${u}`),"}"),i&&l.push(`ContentType = ${R(i)}`),r?.file?l.push(`I\
nFile = ${R(r.file.name)}`):r&&l.push("Body = $body"),o&&l.push(`OutFile = ${R(o)}`,"PassThru = $true"),l.push(`TimeoutS\
ec = ${J}`,"SkipHeaderValidation = $true","SkipHttpErrorCheck = $true"),`#Requires -Version 7
$ErrorActionPreference = 'Stop'

${ds(e)}$request = @{
${N(l.map(u=>`    ${u}`))}}
$response = Invoke-WebRequest @request
"$($response.StatusCode) $($response.StatusDescription)"
${o?"":`$response.Content
`}`}function us(e){return/^[A-Za-z]+$/.test(e)?e:R(e)}function ds({body:e}){if(!e||e.file)return"";if(e.form)return`$bod\
y = ${R(new URLSearchParams(e.form).toString())}
`;if(!e.files){let n=e.text??"";return`$body = [Text.Encoding]::UTF8.GetBytes(${he(n)&&!/^'@/m.test(n)?`@'
${n}
'@`:R(n)})
`}let t=["$body = [System.Net.Http.MultipartFormDataContent]::new()"];for(let[n,r]of e.fields??[]){let o=`[System.Net.Ht\
tp.StringContent]::new(${R(r)})`;t.push(`$body.Add(${o}, ${R(n)})`)}for(let[n,r]of e.files){let o=`[IO.File]::ReadAllByt\
es((Convert-Path -LiteralPath ${R(r.name)}))`;t.push(`$file = [System.Net.Http.ByteArrayContent]::new(${o})`),t.push(`$f\
ile.Headers.ContentType = ${R(r.type)}`),t.push(`$body.Add($file, ${R(n)}, ${R(r.name)})`)}return N(t)}var Tr=/^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/;function Ar(e){let{method:t,base:n,path:r,query:o,body:s,basic:i}=e,
a=V(e),c=a||s?.file||s?.files?.length,l=[B(n+r)];Tr.test(t)||l.unshift(B(t));let u=(w,x,E)=>l.push(`${w}=${x[0]}
${N(E.map(O=>`        ${O},`))}    ${x[1]}`),p=([w,x])=>`(${B(w)}, ${B(x)})`;o.length&&u("params","[]",o.map(p));let m=z(
e).map(([w,x])=>`${B(w)}: ${B(x)}`);if(m.length&&u("headers","{}",m),s?.form)u("data","[]",s.form.map(p));else if(s?.file)
l.push(`data=Path(${B(s.file.name)}).read_bytes()`);else if(s?.files){let w=(s.fields??[]).map(([E,O])=>`(${B(E)}, (None\
, ${B(O)}))`),x=s.files.map(([E,{name:O,type:A}])=>{let _=B(O);return`(${B(E)}, (${_}, Path(${_}).read_bytes(), ${B(A)})\
)`});u("files","[]",[...w,...x])}else s&&l.push(ps(s.text??"",e));i&&l.push(`auth=(${i.map(B).join(", ")})`),l.push(`tim\
eout=${J}`);let h=Tr.test(t)?t.toLowerCase():"request",$=a?`response.raise_for_status()
Path(${B(a)}).write_bytes(response.content)`:"print(response.text)";return`${c?`from pathlib import Path

`:""}import requests

response = requests.${h}(
${N(l.map(w=>`    ${w},`))})
print(response.status_code, response.reason)
${$}
`}function ps(e,{contentType:t}){if(L(t)&&e.trim()!=="null"&&ot(e,1/0))return`json=${st(pr(e),"    ")}`;let n=hr(e).map(
B);return n.length===1?`data=${n[0]}.encode()`:`data=(
${N(n.map(r=>`        ${r}`))}    ).encode()`}var Ut={Python:Ar,curl:yr,PowerShell:Sr,JavaScript:It,TypeScript:It,"C#":gr,PHP:xr,"HTTP file":wr,HTTP:$r},Er={Python:".\
py",curl:".sh",PowerShell:".ps1",JavaScript:".mjs",TypeScript:".mts","C#":".cs",PHP:".php","HTTP file":".http",HTTP:".tx\
t"};function kr(e){let t=d("select",{"aria-label":"Language",change:()=>i()},...Object.keys(Ut).map(u=>D(u))),n=d("code",{}),
r=d("code",{}),o=pe(),s=u=>u.base?Ut[t.value](Kn(u)):"",i=()=>{if(!n.parentNode)return;let u=Wn(ye(e()),e().signing.isOwn());
n.replaceChildren(...Qt(j(u))),l.open&&(r.textContent=s(u))},a=d("button",{type:"button",class:"callsheet-button",async click(){
let u=await Fe(s(ye(e())));o.textContent=u?"Copied":"Select the text to copy it"}},"Copy"),c=d("button",{type:"button",class:"\
callsheet-button",click:()=>tn(s(ye(e())),`request${Er[t.value]}`)},"Save"),l=d("details",{class:"callsheet-program",toggle:()=>i()},
d("summary",{},"The request as code"),d("p",{class:"callsheet-line"},t,a,c,o),d("pre",{class:"highlight",tabindex:"0",dir:"\
ltr","aria-label":"Program"},r));return{element:l,address:n,refresh:i}}function ms(e){if(!e)return;if(e.form)return new URLSearchParams(e.form);if(e.text!==void 0)return new TextEncoder().encode(
e.text);if(e.file!==void 0)return e.file?new Blob([e.file]):void 0;let t=new FormData;for(let[n,r]of e.fields??[])t.append(
n,r);for(let[n,r]of e.files??[])r&&t.append(n,r);return t}async function Cr(e,t){let n=new Headers(e.headers);e.authorization&&
n.set("Authorization",e.authorization);let r=performance.now(),o=await fetch(j(e),{method:e.method,headers:n,body:ms(e.body),
signal:t,credentials:"omit",referrerPolicy:"no-referrer",redirect:"manual",cache:"no-store"}),s=new Uint8Array(await o.arrayBuffer());
return{response:o,content:s,milliseconds:performance.now()-r}}async function hs(e,t){try{return await fetch(`${e}/`,{mode:"\
no-cors",credentials:"omit",referrerPolicy:"no-referrer",cache:"no-store",signal:t}),!0}catch{return!1}}function Ht(e){return/^(localhost|127(\.\d+){3}|\[::1\])$/.
test(e)}async function Nr(e,t,n){let{origin:r,protocol:o}=location,{origin:s,protocol:i,hostname:a,port:c}=new URL(e),l=o===
"file:"?"null":r,u=`callsheet serve --port ${c||"8765"} --cors-origin ${l}`;if(n)return[`This page's Content-Security-Po\
licy does not let it ask ${s}.`,["Whoever serves this site has to name that origin under ",Ne("connect-src"),"."]];if(o===
"https:"&&i==="http:"&&!Ht(a))return["A page of https: cannot ask a server of http: (mixed content).",["Use the server's\
 https: address, or open this page from http:."]];if(!navigator.onLine&&!Ht(a))return["The browser is offline.",["Connec\
t to the network and send again."]];if(s!==r&&await hs(e,t))return[`${s} answers, but does not let pages of this origin \
(${l}) read its answers (CORS).`,["Of the reference server, allow it with ",Ne(u),"; of another server, add ",Ne(l)," to\
 the origins that it allows. The request may have been carried out."]];let p=o==="file:"?"This page comes from a disk, s\
o a server is needed. ":"",m=Ht(a)?["Start the reference server with ",Ne(u)," and send again."]:["Is the address right,\
 and can you reach it from here? To try the reference server instead, start ",Ne(`callsheet serve --cors-origin ${l}`),"\
 and choose its address."];return[`No server answers at ${e}.`,[p,...m]]}function Ne(e){return d("code",{},e)}async function Pr(e,t,n,r){let o=kr(()=>i),s,i=await rr(t,r,()=>{o.refresh(),s&&Lr(s)}),a=sr(i,o);Ze(i,{});let c=Ee(fe(i)),
l=i.signing.choice();Ze(i,T.get()),n.setAttribute("aria-controls",a.section.id);let u={uid:e,button:n,form:i,parts:a,program:o,
example:c,sign:l,refused:"",abort:null};return gs(u),ve(u),ys(u),o.refresh(),s=u,u}function gs(e){let{form:t,parts:n}=e;
n.form.addEventListener("submit",r=>{r.preventDefault(),bs(e)}),n.anywayButton.addEventListener("click",()=>Jt(e,Qe(t))),
n.resetButton.addEventListener("click",()=>$s(e)),n.cancelButton.addEventListener("click",()=>e.abort?.abort()),n.closeButton.
addEventListener("click",()=>Vt(e)),n.section.addEventListener("keydown",r=>{r.key==="Escape"&&e.abort?.abort()}),n.section.
addEventListener("keydown",r=>{r.key!=="Enter"||!(r.ctrlKey||r.metaKey)||(r.preventDefault(),r.stopPropagation(),n.form.
requestSubmit())},{capture:!0})}function Lr({uid:e,form:t,parts:n,example:r,refused:o}){let s=fe(t),i=Ee(s);nt.set(e,i===
r?null:s),n.resetButton.hidden=i===r,i!==o&&(n.anywayButton.hidden=!0)}function ys({uid:e,form:t,parts:n}){let r=nt.get(
e);if(!r)return;let o=r.credentials?t.signing.choice():r.sign,{base:s,workspace:i}=fe(t),a=/^(example|none)$/.test(o)?"":
T.get().mark??"",l=jt(t,{...r,...{base:s,workspace:i,sign:o,credentials:a}});n.resetButton.hidden=!1,Y(n,`Your last inpu\
t is back${l.length?`, without ${Xt(l)}`:""}.`)}function $s(e){let{uid:t,form:n,parts:r,program:o}=e;Ze(n,T.get()),n.signing.
choose(e.sign),nt.set(t,null),r.resetButton.hidden=!0,r.anywayButton.hidden=!0,o.refresh(),Y(r,"The fields are those of \
the example."),r.sendButton.focus()}function Xt(e){let t=e.at(-1)??"";return e.length>1?`${e.slice(0,-1).join(", ")} and\
 ${t}`:t}function bs(e){if(e.abort)return;let t=Qe(e.form);t.length?Br(e,t):Jt(e,[])}async function Jt(e,t){let{uid:n,form:r,
parts:o}=e;if(e.abort)return;o.anywayButton.hidden=!0;let s=fe(r),i=Ee(s)!==e.example||r.signing.isOwn(),a=new AbortController;
e.abort=a,ze(),o.answer.replaceChildren(),Y(o,"Sending …"),o.sendButton.setAttribute("aria-disabled","true"),o.cancelButton.
hidden=!1;let c=ye(r),l=await xs(e,c,a.signal,{faults:t,isChanged:i});e.abort=null,o.sendButton.removeAttribute("aria-di\
sabled"),document.activeElement===o.cancelButton&&o.sendButton.focus(),o.cancelButton.hidden=!0,ke.add(lr(n,s,c,l)),ve(e),
l&&!t.length&&ws(e)}function ws({form:e,parts:t}){let n=or(e);if(!n.length)return;let r=d("button",{type:"button",class:"\
callsheet-button",click(){T.setHere([]),s.remove(),t.sendButton.focus()}},"Undo"),o=`The samples of this page now have ${Xt(
n)}. `,s=d("p",{class:"callsheet-note callsheet-line"},o,r);t.answer.append(s)}function Y({status:e},t,n=!1){e.textContent=
t,e.classList.toggle("callsheet-say--quiet",n)}function Br(e,t){let{form:n,parts:r}=e;e.refused=Ee(fe(n)),r.answer.replaceChildren(),
Y(r,`Not sent: ${t.length===1?t[0]:`${t.length} entries need a change.`}`),r.anywayButton.hidden=!Rt(n);let o=r.section.
querySelector('[aria-invalid="true"]'),s=o?.closest("details");s&&(s.open=!0),o?.focus()}async function xs({form:e,parts:t},n,r,o){
let s=!1,i=a=>{s||=a.effectiveDirective==="connect-src"};document.addEventListener("securitypolicyviolation",i);try{let{
response:a,content:c,milliseconds:l}=await Cr(n,r);return a.type==="opaqueredirect"?(vr(t,"The server answers with a red\
irect, which is not followed: credentials stay with the server that they are for.",["Is the address of the server right?"]),
0):(Os(e.data,t,a,c,l,o),a.status)}catch{return r.aborted?Y(t,"Cancelled. The server may have carried it out."):(await new Promise(
a=>{setTimeout(a,50)}),vr(t,...await Nr(n.base,r,s))),0}finally{document.removeEventListener("securitypolicyviolation",i)}}
function vr(e,t,n){Y(e,`No answer to read. ${t}`),e.answer.replaceChildren(d("p",{class:"callsheet-verdict callsheet-ver\
dict--bad"},...n))}function Os(e,t,n,r,o,s){let{status:i,statusText:a}=n,c=n.headers.get("Content-Type")??"",l=[...n.headers],
u={status:i,reason:a,content:r,milliseconds:o,headers:l,mediaType:c},p=jn(e,u,s),m=typeof e.got=="object"&&!!e.got.contentEncoding;
Y(t,`Answer: ${i} ${a}, ${p.said}.`,!0),t.answer.replaceChildren(...vn(u,p,m))}function ve(e){let{uid:t,parts:n}=e,r=n.history.
querySelector("details")?.open??!1,s=fr(t,i=>Ss(e,i),()=>{ke.clear(),ve(e),Y(n,"The history is cleared.",!0),n.title.focus()});
s.open=r,n.history.replaceChildren(s)}function Ss(e,t){let{abort:n,form:r,parts:o,program:s}=e;if(n)return;let i=jt(r,t.
state);s.refresh(),Lr(e);let a=Qe(r);i.length?(o.answer.replaceChildren(),Y(o,`Not sent: the history does not have ${Xt(
i)}. Complete the request, and send it.`),o.sendButton.focus()):Rt(r)?Jt(e,a):Br(e,a)}function Vt({parts:e,button:t}){e.
section.hidden=!0,t.setAttribute("aria-expanded","false"),t.focus()}function Pe(e){let{type:t,properties:n,anyOf:r,...o}=typeof e=="string"?{type:e}:e,s=o;if(typeof t=="string"){let[i,a]=t.
replace("?","").split(" "),c=i;s.type=t.endsWith("?")?[c,"null"]:c,a&&(s.format=a)}else t&&(s.type=t);n&&(s.properties=_r(
n)),r&&(s.anyOf=r.map(Pe));for(let i of["items","additionalProperties"]){let a=o[i];a&&a!==!0&&(s[i]=Pe(a))}return s}function _r(e){
return Object.fromEntries(Object.entries(e).map(([t,n])=>[t,Pe(n)]))}function Rr(e){return typeof e=="string"?{name:e}:Array.
isArray(e)?{name:e[0],type:e[1]}:e}function Fr({query:e,headers:t,sent:n,got:r,types:o,...s}){return{...s,...e&&{query:e.
map(Rr)},...t&&{headers:t.map(Rr)},...n&&{sent:Pe(n)},...r&&{got:Pe(r)},...o&&{types:_r(o)}}}function jr(e){return`${e.replace(
/^\.|[^A-Za-z0-9._-]|_(?=x)/gu,n=>`_x${n.codePointAt(0)?.toString(16).toUpperCase()}_`)}.js`}var Dr=new WeakMap,Mr=new Map,ne=null;async function Ts(e,t){let n=Dr.get(e);if(n?.parts.section.isConnected&&!n.parts.section.
hidden){Vt(n);return}let r=n??await As(e,t);r.parts.section.hidden=!1,e.setAttribute("aria-expanded","true"),ne=r,r.form.
signing.fill(),ve(r),r.parts.title.focus()}async function As(e,t){let n=e.closest("[data-callsheet-uid]"),{callsheetUid:r="",
callsheetFile:o}=n.dataset;await je(`console/${o??jr(r)}`);let s=Mr.get(r);if(!s)throw new Error(`There is no data of ${r}`);
let i=await Pr(r,Fr(s),e,t);return e.closest(".callsheet-route")?.after(i.parts.section),Dr.set(e,i),i}function Es(e){sn(),
window.callsheet.toggleConsole=t=>Ts(t,e),T.onChange(()=>{ne?.parts.section.isConnected&&(ne.form.signing.fill(),ne.program.
refresh())}),en(()=>{!ne||ne.parts.section.isConnected||(ne.abort?.abort(),ze(),ne=null)})}window.callsheetConsole=(e,t)=>{
Mr.set(e,t)};window.callsheet.startConsole=Es;})();
