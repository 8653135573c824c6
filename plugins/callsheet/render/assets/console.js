/*! Made by `make javascript`: sources 8287343d242f8640, code 91585263eb080846 */
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
"use strict";(()=>{var{VALID:wt,authorization:je,badge:Ot,copy:Tt,load:Et,make:f,onPage:At,schemes:St,siteUrl:xo,statusNote:Nt,storedText:kt,
values:A}=window.callsheet;var Pe=/^[+-]?(\d{1,400}(\.\d*)?|\.\d+)(e[+-]?\d{1,3})?$/i,Me=/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/,
Qn=/^[+-]?\d{1,20}$/,er=/^(\d{4})-(\d\d)-(\d\d)[Tt ]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)?$/,_e=new Map(
[["int32",31n],["int64",63n]]),ae=new Map([["int32","int32, a whole number from -2147483648 to 2147483647"],["int64","in\
t64, a whole number of at most 64 bits"],["double","double, a number such as 1.5"],["bool","bool, true or false"],["date\
-time","date-time, such as 2026-11-21T09:30:00Z"],["byte","byte, text in base64"]]);function Ie(e){let[,t,n,r]=er.exec(e)??
[];if(!r||t==="0000")return!1;let s=new Date(Date.UTC(2e3,Number(n)-1,Number(r)));return s.setUTCFullYear(Number(t),Number(
n)-1,Number(r)),s.getUTCMonth()===Number(n)-1&&s.getUTCDate()===Number(r)}function tr(e,t){if(!Qn.test(e))return!1;let n=1n<<
t,r=BigInt(e.replace("+",""));return-n<=r&&r<n}function nr(e,t){let n=_e.get(t);return n?tr(e,n):t==="double"?Pe.test(e):
t==="bool"?/^(true|false)$/i.test(e):t==="date-time"?Ie(e):t!=="byte"||Me.test(e)}function vt(e,t="",n){return n?.length?
n.includes(e)?"":`one of ${n.join(", ")}`:nr(e,t)?"":ae.get(t)??""}var rr=200,or=20,sr=new Map([["date",/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/],["email",/^[^\s@]+@[^\s@]+$/],["ur\
i",/^[a-z][a-z0-9+.-]*:[^\s]*$/i],["uuid",/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i]]),ir=[["minimum","at least %",
(e,t)=>e<t],["maximum","at most %",(e,t)=>e>t],["exclusiveMinimum","above %",(e,t)=>e<=t],["exclusiveMaximum","below %",
(e,t)=>e>=t],["multipleOf","a multiple of %",(e,t)=>Math.abs(e/t-Math.round(e/t))>1e-9]],ar=[["minLength","at least % ch\
aracters",(e,t)=>[...e].length<t],["maxLength","at most % characters",(e,t)=>[...e].length>t],["pattern","a text that ma\
tches %",(e,t)=>!Lt(t,e)]],cr=[["minItems","at least % items",(e,t)=>e.length<t],["maxItems","at most % items",(e,t)=>e.
length>t],["uniqueItems","items that differ",(e,t)=>t&&e.some((n,r)=>e.slice(0,r).some(s=>ye(n,s)))]],lr=[["minPropertie\
s","at least % properties",(e,t)=>Object.keys(e).length<t],["maxProperties","at most % properties",(e,t)=>Object.keys(e).
length>t]];function be(e){return e===null?"null":Array.isArray(e)?"array":typeof e=="number"?Number.isInteger(e)?"intege\
r":"number":typeof e}function Q(e){return be(e)==="object"}function Be({type:e}){return[e??[]].flat()}function fr(e){let t=JSON.
stringify(e);return t.length>60?`${t.slice(0,57)}...`:t}function Ct(e,t){return/^[\p{L}_][\p{L}\p{N}_]*$/u.test(t)?`${e}\
.${t}`:`${e}[${JSON.stringify(t)}]`}function*q(e,t,n,r="$",s=0){let o=(l,u)=>({path:r,keyword:l,expected:u,got:fr(e)});if(t===
!1&&(yield o("not","no such value")),typeof t=="boolean"||s>rr)return;let i=ur(e,t)??dr(e,t);if(i){yield o(...i);return}
let a=l=>q(e,l,n,r,s+1);t.$ref&&(yield*a(n[t.$ref]??{}));for(let[l,u]of pr(e,t))yield o(l,u);Array.isArray(e)?yield*mr(e,
t,n,r,s):Q(e)&&(yield*hr(e,t,n,r,s));for(let l of t.allOf??[])yield*a(l);for(let l of["anyOf","oneOf"]){let u=(t[l]??[]).
map(p=>ce(or,a(p))),h=u.filter(p=>!p.length).length,m=u.find(p=>p.length&&p[0].path!==r);u.length&&!h&&(m||u.length===1)?
yield*m??u[0]:u.length&&!h?yield o("anyOf",u.map(p=>p[0].expected).join(" or ")):l==="oneOf"&&h>1&&(yield o("oneOf","exa\
ctly one of the alternatives"))}t.not!==void 0&&a(t.not).next().done&&(yield o("not","no such value"))}function ur(e,t){
let n=be(e),r=Be(t);if(!r.length||r.includes(n)||n==="integer"&&r.includes("number"))return null;let{format:s=""}=t;return[
"type",ae.has(s)?s:r.filter(o=>o!=="null").join(" or ")]}function dr(e,t){let n=Object.hasOwn(t,"const")?[t.const]:t.enum;
if(!n||n.some(s=>ye(s,e)))return null;let r=n.filter(s=>s!==null).map(s=>typeof s=="string"?s:JSON.stringify(s));return[
t.enum?"enum":"const",`one of ${r.join(", ")}`]}function ye(e,t){if(e===t)return!0;if(Array.isArray(e)&&Array.isArray(t))
return e.length===t.length&&e.every((r,s)=>ye(r,t[s]));if(!Q(e)||!Q(t))return!1;let n=Object.keys(e);return n.length===Object.
keys(t).length&&n.every(r=>Object.hasOwn(t,r)&&ye(e[r],t[r]))}function*pr(e,t){let{format:n="",contentEncoding:r}=t;if(typeof e==
"number"){yield*ge(e,ir,t);let s=Number.isInteger(e)?_e.get(n):void 0;s&&Math.abs(e+.5)>2**Number(s)&&(yield["format",n])}else
typeof e=="string"?(yield*ge(e,ar,t),n==="date-time"&&!Ie(e)&&(yield["format",n]),sr.get(n)?.test(e)===!1&&(yield["forma\
t",n]),r&&!Me.test(e)&&(yield["contentEncoding",r])):Array.isArray(e)?yield*ge(e,cr,t):Q(e)&&(yield*ge(e,lr,t))}function*ge(e,t,n){
for(let[r,s,o]of t){let i=n[r];i!==void 0&&o(e,i)&&(yield[r,s.replace("%",()=>String(i))])}}function Lt(e,t){try{return new RegExp(
e,"u").test(t)}catch{return!0}}function*mr(e,{items:t,prefixItems:n=[]},r,s,o){for(let i=0;i<e.length;i+=1){let a=i<n.length?
n[i]:t;a!==void 0&&(yield*q(e[i],a,r,`${s}[${i}]`,o+1))}}function*hr(e,t,n,r,s){let{properties:o={},additionalProperties:i}=t,
a=t.required===!0?Object.keys(o):t.required??[];for(let u of a)Object.hasOwn(e,u)||(yield{path:Ct(r,u),keyword:"required",
expected:"the property",got:"nothing"});let l=Object.entries(t.patternProperties??{});for(let[u,h]of Object.entries(e)){
let m=l.filter(([p])=>Lt(p,u)).map(([,p])=>p);Object.hasOwn(o,u)?m.push(o[u]):!m.length&&i!==void 0&&m.push(i);for(let p of m)
yield*q(h,p,n,Ct(r,u),s+1)}}function ce(e,t){let n=[];for(let r of t)if(n.push(r),n.length===e)break;return n}var $e="application/x-www-form-urlencoded",jt="multipart/form-data";function v(e){return e.split(";")[0].trim().toLowerCase()}
function S(e){return/[/+]json$/.test(v(e))}function j(e){return/[/+]xml$/.test(v(e))}function xe(e,t){let[,n="utf-8"]=/charset="?([\w-]+)/i.
exec(t)??[];try{return new TextDecoder(n).decode(e)}catch{return new TextDecoder().decode(e)}}var Pt="http://www.w3.org/2001/XMLSchema-instance",gr=/<!--.*?-->|<!\[CDATA\[.*?\]\]>|<[^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*>|[^<]+/gs;
function K(e){if(/<!DOCTYPE/i.test(e))throw new Error("a document type is not allowed");let t=new DOMParser().parseFromString(
e,"application/xml"),n=t.querySelector("parsererror");if(n){let r=(n.textContent??"").split(`
`);throw new Error(r.find(s=>/error.*\d/i.test(s))??"it is not well-formed")}return t.documentElement}function yr(e,t){let n=we(
e),r=n.anyOf?we(n.anyOf.find(s=>we(s).type!=="null")):n;return r.$ref?we(t[r.$ref]):r}function we(e){return typeof e=="o\
bject"?e:{}}function le(e,t,n){let r=yr(t,n);if(e.getAttributeNS(Pt,"nil")==="true")return null;let s=Be(r),o=[...e.children];
if(s.includes("array"))return o.map(a=>le(a,r.items,n));if(o.length||s.includes("object")){let{properties:a={},additionalProperties:l}=r;
return Object.fromEntries(o.map(u=>[u.localName,le(u,a[u.localName]??l,n)]))}let i=e.textContent??"";return s.includes("\
integer")||s.includes("number")?Pe.test(i)?Number(i):i:s.includes("boolean")&&/^(true|false)$/i.test(i)?/^t/i.test(i):i}
function br(e){return e.replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu,"�").replaceAll("&","&amp;").
replaceAll("<","&lt;").replaceAll(">","&gt;")}function $r(e){let t=e.replace(/[^\p{L}\p{N}_.-]/gu,"_");return/^[\p{L}_]/u.
test(t)?t:`_${t}`}function Fe(e,t,n=""){let r=$r(e);if(t===null)return`${n}<${r} xmlns:i="${Pt}" i:nil="true"/>`;if(typeof t!=
"object")return`${n}<${r}>${br(String(t))}</${r}>`;let s=Array.isArray(t)?t.map(i=>["item",i]):Object.entries(t);if(!s.length)
return`${n}<${r}/>`;let o=s.map(([i,a])=>Fe(i,a,`${n}  `));return[`${n}<${r}>`,...o,`${n}</${r}>`].join(`
`)}function Mt(e){let t=0,n=!0,r="",s=(e.trim().match(gr)??[]).filter(o=>o.trim());return s.forEach((o,i)=>{let a=/^<[^!?]/.
test(o),l=!o.startsWith("<")||o.startsWith("<!["),u=o.startsWith("</");u&&(t-=1),r+=n||l?o:`
${"  ".repeat(t)}${o}`;let h=a&&!u&&!o.endsWith("/>");h&&(t+=1),n=l||h&&!!s[i+1]?.startsWith("</")}),r}var xr=20;function Oe(e){return v(e)===$e?"application/json":e}function _t(e,t,n,r,s,o){let[i,a]=[t,n].map(Oe);try{if(S(
i)&&j(a))return Fe(o,JSON.parse(e));if(j(i)&&S(a))return JSON.stringify(le(K(e),r,s),null,2)}catch{}return e}function It(e,t,n,r){
if(!e.trim())return n?["The body is missing."]:[];let s=Oe(t),o;try{if(S(s))o=JSON.parse(e);else if(j(s))o=le(K(e),n,r);else
return[]}catch(i){return[`The body is no valid ${j(s)?"XML":"JSON"}: ${Re(i)}.`]}return n?ce(xr,q(o,n,r)).map(({path:i,expected:a,
got:l})=>`${i}: expected ${a}, got ${l}.`):[]}function Re(e){return e instanceof Error?e.message:String(e)}function Bt(e){
try{return Object.entries(JSON.parse(e)).map(([t,n])=>[t,typeof n=="string"?n:JSON.stringify(n)])}catch{return[]}}var wr=20;function Rt(e,{status:t,mediaType:n,content:r}){let{statuses:s=[],gets:o=[],got:i,types:a={}}=e;if(s.length&&!s.
includes(t))return[{path:"status",expected:s.join(" or "),got:String(t)}];let l=v(n);if(t===204||t===205||t===304||e.method===
"HEAD")return[];if(t>=400)return S(l)&&r.length?Ft(r,l,void 0,{}):[];let u=o.map(v);return u.length&&(l||i)&&!u.includes(
l)?[{path:"media type",expected:u.join(" or "),got:l||"none"}]:i&&!r.length?[{path:"body",expected:"a body",got:"nothing"}]:
Ft(r,l,i,a)}function Ft(e,t,n,r){let s=xe(e,t);try{if(j(t))K(s);else if(S(t)){let o=JSON.parse(s);return n?ce(wr,q(o,n,r)).
map(i=>({...i,path:`body ${i.path}`})):[]}return[]}catch(o){return[{path:"body",expected:j(t)?"well-formed XML":"JSON",got:Re(
o)}]}}var Or=window;function Dt(e,t,n={}){let r={tab:"	",indentOn:/[({\[]$/,moveToNewLine:/^[)}\]]/,spellcheck:!1,catchTab:!0,
preserveIdent:!0,addClosing:!0,history:!0,window:Or,autoclose:{open:`([{'"`,close:`)]}'"`},...n},s=r.window,o=s.document,
i=[],a=[],l=-1,u=!1,h=()=>{},m;e.setAttribute("contenteditable","plaintext-only"),e.setAttribute("spellcheck",r.spellcheck?
"true":"false"),e.style.outline="none",e.style.overflowWrap="break-word",e.style.overflowY="auto",e.style.whiteSpace="pr\
e-wrap";let p=(c,d)=>{t(c,d)},b=s.navigator.userAgent.match(/Firefox\/([0-9]+)\./),$=b?parseInt(b[1]):0,x=!1;(e.contentEditable!==
"plaintext-only"||$>=136)&&(x=!0),x&&e.setAttribute("contenteditable","true");let k=$t(()=>{let c=P();p(e,c),M(c)},30),C=!1,
R=c=>!yt(c)&&!bt(c)&&c.key!=="Meta"&&c.key!=="Control"&&c.key!=="Alt"&&!c.key.startsWith("Arrow"),V=$t(c=>{R(c)&&(z(),C=
!1)},300),_=(c,d)=>{i.push([c,d]),e.addEventListener(c,d)};_("keydown",c=>{c.defaultPrevented||(m=Z(),r.preserveIdent?Hn(
c):ht(c),r.catchTab&&Kn(c),r.addClosing&&qn(c),r.history&&(Wn(c),R(c)&&!C&&(z(),C=!0)),x&&!Yn(c)&&M(P()))}),_("keyup",c=>{
c.defaultPrevented||c.isComposing||(m!==Z()&&k(),V(c),h(Z()))}),_("focus",c=>{u=!0}),_("blur",c=>{u=!1}),_("paste",c=>{z(),
Gn(c),z(),h(Z())}),_("cut",c=>{z(),Zn(c),z(),h(Z())});function P(){let c=Y(),d={start:0,end:0,dir:void 0},{anchorNode:g,
anchorOffset:y,focusNode:w,focusOffset:O}=c;if(!g||!w)throw"error1";if(g===e&&w===e)return d.start=y>0&&e.textContent?e.
textContent.length:0,d.end=O>0&&e.textContent?e.textContent.length:0,d.dir=O>=y?"->":"<-",d;if(g.nodeType===Node.ELEMENT_NODE){
let T=o.createTextNode("");g.insertBefore(T,g.childNodes[y]),g=T,y=0}if(w.nodeType===Node.ELEMENT_NODE){let T=o.createTextNode(
"");w.insertBefore(T,w.childNodes[O]),w=T,O=0}return gt(e,T=>{if(T===g&&T===w)return d.start+=y,d.end+=O,d.dir=y<=O?"->":
"<-","stop";if(T===g)if(d.start+=y,!d.dir)d.dir="->";else return"stop";else if(T===w)if(d.end+=O,!d.dir)d.dir="<-";else return"\
stop";T.nodeType===Node.TEXT_NODE&&(d.dir!="->"&&(d.start+=T.nodeValue.length),d.dir!="<-"&&(d.end+=T.nodeValue.length))}),
e.normalize(),d}function M(c){let d=Y(),g,y=0,w,O=0;if(c.dir||(c.dir="->"),c.start<0&&(c.start=0),c.end<0&&(c.end=0),c.dir==
"<-"){let{start:B,end:D}=c;c.start=D,c.end=B}let T=0;gt(e,B=>{if(B.nodeType!==Node.TEXT_NODE)return;let D=(B.nodeValue||
"").length;if(T+D>c.start&&(g||(g=B,y=c.start-T),T+D>c.end))return w=B,O=c.end-T,"stop";T+=D}),g||(g=e,y=e.childNodes.length),
w||(w=e,O=e.childNodes.length),c.dir=="<-"&&([g,y,w,O]=[w,O,g,y]);{let B=dt(g);if(B){let ie=o.createTextNode("");B.parentNode?.
insertBefore(ie,B),g=ie,y=0}let D=dt(w);if(D){let ie=o.createTextNode("");D.parentNode?.insertBefore(ie,D),w=ie,O=0}}d.setBaseAndExtent(
g,y,w,O),e.normalize()}function dt(c){for(;c&&c!==e;){if(c.nodeType===Node.ELEMENT_NODE){let d=c;if(d.getAttribute("cont\
enteditable")=="false")return d}c=c.parentNode}}function pt(){let d=Y().getRangeAt(0),g=o.createRange();return g.selectNodeContents(
e),g.setEnd(d.startContainer,d.startOffset),g.toString()}function mt(){let d=Y().getRangeAt(0),g=o.createRange();return g.
selectNodeContents(e),g.setStart(d.endContainer,d.endOffset),g.toString()}function Hn(c){if(c.key==="Enter"){let d=pt(),
g=mt(),[y]=xt(d),w=y;if(r.indentOn.test(d)&&(w+=r.tab),w.length>0?(U(c),c.stopPropagation(),H(`
`+w)):ht(c),w!==y&&r.moveToNewLine.test(g)){let O=P();H(`
`+y),M(O)}}}function ht(c){if(x&&c.key==="Enter")if(U(c),c.stopPropagation(),mt()==""){H(`
 `);let d=P();d.start=--d.end,M(d)}else H(`
`)}function qn(c){let d=r.autoclose.open,g=r.autoclose.close;if(d.includes(c.key)){U(c);let y=P(),w=y.start==y.end?"":Y().
toString(),O=c.key+w+(g[d.indexOf(c.key)]??"");H(O),y.start++,y.end++,M(y)}}function Kn(c){if(c.key==="Tab")if(U(c),c.shiftKey){
let d=pt(),[g,y]=xt(d);if(g.length>0){let w=P(),O=Math.min(r.tab.length,g.length);M({start:y,end:y+O}),o.execCommand("de\
lete"),w.start-=O,w.end-=O,M(w)}}else H(r.tab)}function Wn(c){if(yt(c)){U(c),l--;let d=a[l];d&&(e.innerHTML=d.html,M(d.pos)),
l<0&&(l=0)}if(bt(c)){U(c),l++;let d=a[l];d&&(e.innerHTML=d.html,M(d.pos)),l>=a.length&&l--}}function z(){if(!u)return;let c=e.
innerHTML,d=P(),g=a[l];if(g&&g.html===c&&g.pos.start===d.start&&g.pos.end===d.end)return;l++,a[l]={html:c,pos:d},a.splice(
l+1);let y=300;l>y&&(l=y,a.splice(0,1))}function Gn(c){if(c.defaultPrevented)return;U(c);let g=(c.originalEvent??c).clipboardData.
getData("text/plain").replace(/\r\n?/g,`
`),y=P();H(g),p(e),M({start:Math.min(y.start,y.end)+g.length,end:Math.min(y.start,y.end)+g.length,dir:"<-"})}function Zn(c){
let d=P(),g=Y();(c.originalEvent??c).clipboardData.setData("text/plain",g.toString()),o.execCommand("delete"),p(e),M({start:Math.
min(d.start,d.end),end:Math.min(d.start,d.end),dir:"<-"}),U(c)}function gt(c,d){let g=[];c.firstChild&&g.push(c.firstChild);
let y=g.pop();for(;y&&d(y)!=="stop";)y.nextSibling&&g.push(y.nextSibling),y.firstChild&&g.push(y.firstChild),y=g.pop()}function Ce(c){
return c.metaKey||c.ctrlKey}function yt(c){return Ce(c)&&!c.shiftKey&&Le(c)==="Z"}function bt(c){return Ce(c)&&c.shiftKey&&
Le(c)==="Z"}function Yn(c){return Ce(c)&&Le(c)==="C"}function Le(c){let d=c.key||c.keyCode||c.which;if(d)return(typeof d==
"string"?d:String.fromCharCode(d)).toUpperCase()}function H(c){c=c.replace(/&/g,"&amp;").replace(/</g,"&lt;").replace(/>/g,
"&gt;").replace(/"/g,"&quot;").replace(/'/g,"&#039;"),o.execCommand("insertHTML",!1,c)}function $t(c,d){let g=0;return(...y)=>{
clearTimeout(g),g=s.setTimeout(()=>c(...y),d)}}function xt(c){let d=c.length-1;for(;d>=0&&c[d]!==`
`;)d--;d++;let g=d;for(;g<c.length&&/[ \t]/.test(c[g]);)g++;return[c.substring(d,g)||"",d,g]}function Z(){return e.textContent||
""}function U(c){c.preventDefault()}function Y(){return e.getRootNode().getSelection()}return{updateOptions(c){Object.assign(
r,c)},updateCode(c,d=!0){e.textContent=c,p(e),d&&h(c)},onUpdate(c){h=c},toString:Z,save:P,restore:M,recordHistory:z,destroy(){
for(let[c,d]of i)e.removeEventListener(c,d)}}}var Ut=!1;function Xt(){addEventListener("pointerdown",()=>De(!0),!0),addEventListener("pointerup",()=>De(!1),!0),addEventListener(
"pointercancel",()=>De(!1),!0)}function De(e){Ut=e}function ee(e){Ut?addEventListener("pointerup",()=>setTimeout(e),{once:!0}):
e()}var Te=/\s+|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[{}[\],:]/y,
Ue=/<!--.*?-->|<\/?[^<>\s]+|\/?>|[^<>\s"=]+(?==)|"[^"<]*"|[^<>"=]+|./sy;function*fe(e,t){for(let n=0;n<e.length;){t.lastIndex=
n;let r=t.exec(e)?.[0]||e[n];n+=r.length,yield{token:r,end:n}}}function Jt({token:e,end:t},n){return/^\s*$/.test(e)?"":e[0]===
'"'?/^\s*:/.test(n.slice(t,t+20))?"nt":"s2":e[0]==="<"||e.endsWith(">")?e.startsWith("<!--")?"c":"nt":/^-?\d/.test(e)?"m\
i":/^(true|false|null)$/.test(e)?"kc":""}function Vt(e){return j(e)?Ue:S(e)?Te:null}var Tr=5e4;function Je(e,t){return!t||e.length>Tr?[e]:[...fe(e,t)].map(n=>{let r=Jt(n,e);return r?f("span",{class:r},n.token):
n.token})}function Xe(e){let t="";for(let n of e.childNodes)n instanceof Text?t+=n.data:n.nodeName==="BR"?t+=n.nextSibling?
`
`:"":t+=(n.nodeName==="DIV"&&n.previousSibling?`
`:"")+Xe(n);return t}function zt(e,t,n){let r="",s=f("div",{class:"callsheet-editor highlight",role:"textbox","aria-mult\
iline":"true","aria-label":e,"aria-describedby":t,dir:"ltr"}),o=()=>s.replaceChildren(...Je(Xe(s),Vt(r))),a=Dt(s,o,{tab:"\
  ",catchTab:!1,addClosing:!1,window:{document,navigator,setTimeout:(l,u)=>setTimeout(()=>document.activeElement===s&&l(),
u)}});return s.addEventListener("blur",()=>ee(o)),s.addEventListener("input",n),s.addEventListener("keyup",n),{area:s,get:()=>Xe(
s),set(l,u){r=u,a.updateCode(l,!1),n()}}}var te=class{constructor(t){this.source=t}};function Ht(e){return JSON.parse(e,(n,r,s)=>typeof r=="number"&&s?.source?new te(
s.source):r)}function Ve(e){return typeof e=="object"&&e!==null&&!(e instanceof te)}var qt=/(?! )[\p{C}\p{Z}]/gu,Kt={"\n":"\\n","\r":"\\r","	":"\\t"},Er=50;function Ee(e,t){return e.toString(16).padStart(
t,"0")}function Ar(e){let t=e.codePointAt(0)??0;return t<=255?`\\x${Ee(t,2)}`:t<=65535?`\\u${Ee(t,4)}`:`\\U${Ee(t,8)}`}function N(e){
let t=e.split('"').length>e.split("'").length?"'":'"',n=e.replaceAll("\\","\\\\").replaceAll(t,`\\${t}`).replace(qt,r=>Kt[r]??
Ar(r));return t+n+t}function Sr(e){return e.split("").map(t=>`\\u${Ee(t.charCodeAt(0),4)}`).join("")}function E(e){return`\
"${e.replaceAll("\\","\\\\").replaceAll('"','\\"').replaceAll("</","<\\/").replace(qt,n=>Kt[n]??Sr(n))}"`}function F(e){
return/^[A-Za-z0-9_./:@%+,-]+$/.test(e)?e:`'${e.replaceAll("\0","�").replaceAll("'","'\\''")}'`}function ze(e,t){try{JSON.
parse(e)}catch{return!1}let n=0;for(let{token:r}of fe(e,Te)){r==="{"||r==="["?n+=1:(r==="}"||r==="]")&&(n-=1);let s=/^-?\d/.
test(r)?Math.abs(Number(r)):0;if(n>Er||!Number.isFinite(s)||/^-?\d+$/.test(r)&&s>t)return!1}return!0}function Wt(e,t){let n="";
for(let{token:r,end:s}of fe(e,Te)){let o=r[0]==='"'&&/^\s*:/.test(e.slice(s,s+99));n+=t(r,o)}return n.trim()}var Nr={true:"\
True",false:"False",null:"None"};function Gt(e){return Wt(e,t=>t[0]==='"'?N(JSON.parse(t)):Nr[t]??t)}function Zt(e){return Wt(
e,(t,n)=>{if(t[0]!=='"')return t;let r=JSON.parse(t);return n&&r==="__proto__"?'["__proto__"]':E(r)})}function Yt(e){return e.
match(/[^\n]*\n|[^\n]+$/g)??[""]}function He(e,t){return e.replaceAll(`
`,`
${t}`)}var kr=/auth(?!or(?!iz))|token|cookie|secret|passw|pwd|(api|access|private)[_-]?key|credential|session|^(so[_-]?)?ticket$/i;
function W(e){return kr.test(e)}function Ae(e){let{password:t,token:n}=A.get();return[t,n].some(r=>r&&e.includes(r))}var qe="••••••",Qt={name:"file",type:"application/octet-stream"};function ne(e){let t=n=>encodeURIComponent(
n).replaceAll("%24","$");return e.map(([n,r])=>`${t(n)}=${t(r)}`).join("&")}function ue({base:e,path:t,query:n}){return e+
t+(n.length?`?${ne(n)}`:"")}function en(e,t){return e.split(/\{([^{}/]+)\}/).map((n,r)=>r%2?t(n):encodeURI(n).replaceAll(
"%25","%")).join("")}function tn(e,t){let n=o=>o.map(([i,a])=>[i,W(i)?qe:a]),r={...e,headers:n(e.headers),query:n(e.query)};
if(!t||!e.authorization)return r;let[s]=e.authorization.split(" ");return{...r,basic:e.basic&&[e.basic[0],qe],authorization:`${s}\
 ${qe}`}}function nn(e){let{body:t}=e;if(!t)return{...e,body:null};let{file:n,files:r,...s}=t;return{...e,body:{...s,...n!==
void 0&&{file:n??Qt},...r&&{files:r.map(([o,i])=>[o,i??Qt])}}}}var Ke=10,rn=/^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/,on={jpeg:"jpg","svg+xml":"svg","octet-stream":"bin",plain:"txt"};
function We({headers:e}){let t=e.find(([n])=>n==="Accept")?.[1]??"";return/^(image\/|application\/(octet-stream|pdf|zip))/.
test(t)?Ge(t):""}function Ge(e){let t=v(e).split("/")[1]??"";return`answer.${(Object.hasOwn(on,t)?on[t]:t.replace(/^.*\+/,
"").replace(/\W/g,""))||"bin"}`}function Ze({headers:e,authorization:t,basic:n}){return n||!t?e:[["Authorization",t],...e]}
function re(e){return e.map(t=>`${t}
`).join("")}function vr(e){let{method:t,base:n,path:r,query:s,body:o,basic:i}=e,a=We(e),l=a||o?.file||o?.files?.length,u=[
N(n+r)];rn.test(t)||u.unshift(N(t));let h=(x,k,C)=>u.push(`${x}=${k[0]}
${re(C.map(R=>`        ${R},`))}    ${k[1]}`),m=([x,k])=>`(${N(x)}, ${N(k)})`;s.length&&h("params","[]",s.map(m));let p=Ze(
e).map(([x,k])=>`${N(x)}: ${N(k)}`);if(p.length&&h("headers","{}",p),o?.form)h("data","[]",o.form.map(m));else if(o?.file)
u.push(`data=Path(${N(o.file.name)}).read_bytes()`);else if(o?.files){let x=(o.fields??[]).map(([C,R])=>`(${N(C)}, (None\
, ${N(R)}))`),k=o.files.map(([C,{name:R,type:V}])=>{let _=N(R);return`(${N(C)}, (${_}, Path(${_}).read_bytes(), ${N(V)})\
)`});h("files","[]",[...x,...k])}else o&&u.push(Cr(o.text??"",e));i&&u.push(`auth=(${i.map(N).join(", ")})`),u.push(`tim\
eout=${Ke}`);let b=rn.test(t)?t.toLowerCase():"request",$=a?`response.raise_for_status()
Path(${N(a)}).write_bytes(response.content)`:"print(response.text)";return`${l?`from pathlib import Path

`:""}import requests

response = requests.${b}(
${re(u.map(x=>`    ${x},`))})
print(response.status_code, response.reason)
${$}
`}function Cr(e,{contentType:t}){if(S(t)&&e.trim()!=="null"&&ze(e,1/0))return`json=${He(Gt(e),"    ")}`;let n=Yt(e).map(
N);return n.length===1?`data=${n[0]}.encode()`:`data=(
${re(n.map(r=>`        ${r}`))}    ).encode()`}function Lr(e){let{method:t,body:n,basic:r}=e,s=ue(e),o=We(e),i=l=>`"${l.
replace(/[\\"]/g,"\\$&")}"`,a=[`curl --silent --show-error --max-time ${Ke}${/[[\]{}]/.test(s)?" --globoff":""}`];t==="H\
EAD"?a.push("--head"):t!==(n?"POST":"GET")&&a.push(`--request ${F(t)}`),r&&a.push(`--user ${F(r.join(":"))}`);for(let[l,
u]of Ze(e))a.push(`--header ${F(u?`${l}: ${u}`:`${l};`)}`);if(!n&&/^(POST|PUT|PATCH)$/.test(t)&&a.push("--header 'Conten\
t-Length: 0'"),n?.form){for(let[l,u]of n.form)a.push(`--data-urlencode ${F(`${encodeURIComponent(l)}=${u}`)}`);n.form.length||
a.push("--data ''")}else if(n?.file)a.push(`--data-binary ${F(`@${n.file.name}`)}`);else if(n?.files){for(let[l,u]of n.fields??
[])a.push(`--form-string ${F(`${l}=${u}`)}`);for(let[l,{name:u,type:h}]of n.files)a.push(`--form ${F(`${l}=@${i(u)}${h?`\
;type=${h}`:""}`)}`)}else n&&(e.contentType||a.push("--header Content-Type:"),a.push(`--data-raw ${F(n.text??"")}`));return o&&
a.push(`--output ${o}`),a.push(F(s)),`${a.join(` \\
  `)}
`}function jr(e){let{method:t,body:n,basic:r}=e,s=We(e),o=[],i=t==="GET"?[]:[`method: ${E(t)},`],a=Ze(e).map(([p,b])=>` \
 ${E(p)}: ${E(b)},`);r&&a.push(`  Authorization: \`Basic \${btoa(${E(r.join(":"))})}\`,`),a.length&&i.push("headers: {",
...a,"},");let l=([p,b])=>`[${E(p)}, ${E(b)}]`;if(n?.form)i.push(`body: new URLSearchParams([${n.form.map(l).join(", ")}\
]),`);else if(n?.file)i.push(`body: await readFile(${E(n.file.name)}),`);else if(n?.files){o.push("const form = new Form\
Data();");for(let[p,b]of n.fields??[])o.push(`form.append(${E(p)}, ${E(b)});`);for(let[p,{name:b,type:$}]of n.files)o.push(
`form.append(${E(p)}, new Blob([await readFile(${E(b)})], { type: ${E($)} }), ${E(b)});`);i.push("body: form,")}else n&&
i.push(`body: ${Pr(n.text??"",e)},`);i.push(`signal: AbortSignal.timeout(${Ke}_000),`);let u=[(n?.file||n?.files?.length)&&
"readFile",s&&"writeFile"].filter(Boolean),h=u.length?`import { ${u.join(", ")} } from "node:fs/promises";

`:"",m=s?`await writeFile(${E(s)}, Buffer.from(await response.arrayBuffer()));`:"console.log(await response.text());";return`${h}${re(
o)}const response = await fetch(${E(ue(e))}, {
${re(i.map(p=>`  ${p}`))}});
console.log(response.status, response.statusText);
${m}
`}function Pr(e,{contentType:t}){return S(t)&&ze(e,Number.MAX_SAFE_INTEGER)?`JSON.stringify(${He(Zt(e),"  ")})`:t?E(e):`\
new TextEncoder().encode(${E(e)})`}function Mr(e){let{method:t,base:n,path:r,query:s,body:o,authorization:i}=e,{host:a,pathname:l}=new URL(
n),u=l.replace(/\/$/,"")+r+(s.length?`?${ne(s)}`:""),p=[["Host",a],...i?[["Authorization",i]]:[],...e.headers].map(([$,x])=>`${$}\
: ${x}`),b=_r(o);return`${t} ${u} HTTP/1.1
${re(p)}${b?`
${b}
`:""}`}function _r(e){return e?.form?ne(e.form):e?.text!==void 0?e.text:e?.file?`< ${e.file.name}`:e?.files?.map(([t,{name:n}])=>`\
< ${t}: ${n}`).join(`
`)}var Ye={Python:vr,curl:Lr,JavaScript:jr,HTTP:Mr};var sn=2e5,an=100,cn=40,ln={iVBORw0KGgo:"image/png","/9j/":"image/jpeg",R0lGOD:"image/gif"},et=new Set;function fn(e,t){
let n=URL.createObjectURL(new Blob([e],{type:t}));return et.add(n),n}function Se(){for(let e of et)URL.revokeObjectURL(e);
et.clear()}function tt(e){return e<1e3?`${e} byte${e===1?"":"s"}`:e<1e6?`${(e/1e3).toFixed(1)} kB`:`${(e/1e6).toFixed(1)}\
 MB`}function nt(e){let t=`callsheet-status callsheet-status--${String(e)[0]}xx`;return f("span",{class:t},String(e))}function un(e,t,n){
if(!Ve(e))return f("div",{},...t,Ir(e));let r=Array.isArray(e),s=r?e.map(u=>[null,u]):Object.entries(e);if(!s.length)return f(
"div",{},...t,r?"[]":"{}");let[o,i]=r?["item","items"]:["property","properties"],a=`${s.length} ${s.length===1?o:i}`,l=r?
`[ ${a} ]`:`{ ${a} }`;return dn([...t,f("span",{class:"callsheet-note"},l)],s,n)}function Ir(e){return e instanceof te?f(
"span",{class:"mi"},e.source):f("span",{class:typeof e=="string"?"s2":"kc"},JSON.stringify(e))}function dn(e,t,n){let r=f(
"div",{}),s=()=>{if(r.firstChild)return;for(let[a,l]of t.slice(0,an)){let u=a===null?[]:[f("span",{class:"nt"},JSON.stringify(
a)),": "],h=n&&t.length<=cn&&Br(l)<=cn;r.append(un(l,u,h))}let i=t.slice(an);i.length&&r.append(dn([`${i.length} more`],
i,!1))},o=f("details",{toggle:s},f("summary",{},...e),r);return n&&(o.open=!0,s()),o}function Br(e){return Ve(e)?Object.
keys(e).length:0}function Fr({content:e,mediaType:t},n){let r=v(t);if(!e.length)return f("p",{class:"callsheet-note"},"T\
he answer has no body.");if(/^image\//.test(r))return pn(e,r);if(!Rr(r,e))return f("p",{},`${tt(e.length)} of ${r||"no m\
edia type"}, which can be saved.`);let s=xe(e,t);if(s.length>sn)return f("div",{},Qe(s.slice(0,sn),null),f("p",{class:"c\
allsheet-note"},"This is the beginning; save it to see the rest."));try{if(S(r))return Dr(s,n);if(j(r))return K(s),Qe(Mt(
s),Ue)}catch{}return Qe(s,null)}function Rr(e,t){return/^text\//.test(e)||S(e)||j(e)||/javascript|urlencoded/.test(e)?!0:
!e&&!t.subarray(0,1e3).includes(0)}function Dr(e,t){let n=Ht(e),r=un(n,[],!0),s=f("div",{class:"callsheet-json highlight",
dir:"ltr"},r),o=t&&typeof n=="string"?Ur(n):null;return o?f("div",{},pn(...o),s):s}function Ur(e){let t=Object.keys(ln).
find(n=>e.startsWith(n));if(!t)return null;try{return[Uint8Array.from(atob(e),n=>n.charCodeAt(0)),ln[t]]}catch{return null}}
function Qe(e,t){return f("pre",{class:"highlight",tabindex:"0",dir:"ltr","aria-label":"Body"},f("code",{},...Je(e,t)))}
function pn(e,t){let n=f("figcaption",{},`${t}, ${tt(e.length)}`),r=f("img",{src:fn(e,t),alt:"The image that the server \
sent",load(){n.append(`, ${r.naturalWidth} × ${r.naturalHeight} pixels`)},error(){r.replaceWith(`It says that it is ${t}\
, but it cannot be shown.`)}});return f("figure",{class:"callsheet-image"},r,n)}function Xr({content:e,mediaType:t}){let n=fn(
e,"application/octet-stream");return f("a",{href:n,download:Ge(t),class:"callsheet-button"},"Save")}function mn(e,t){let{
status:n,reason:r,milliseconds:s,content:o,headers:i,mediaType:a}=t,l=Rt(e,t),u=i.map(([p,b])=>f("tr",{},f("th",{scope:"\
row"},p),f("td",{},b))),h=a?`, ${a}`:"",m=[f("p",{class:"callsheet-line"},nt(n),` ${r} `,f("span",{class:"callsheet-note"},
`${Math.round(s)} ms, ${tt(o.length)}${h}`)),Jr(e,n,l),f("details",{},f("summary",{},`Headers (${i.length})`),f("table",
{class:"callsheet-headers"},f("tbody",{},...u))),Fr(t,typeof e.got=="object"&&!!e.got.contentEncoding)];return o.length&&
m.push(f("p",{class:"callsheet-line"},Xr(t))),{view:m,found:l}}function Jr(e,t,n){if(!n.length)return f("p",{class:"call\
sheet-verdict callsheet-verdict--good"},e.statuses?.length?`As documented for ${t}.`:"The page documents no status.");let r=n.
map(({path:s,expected:o,got:i})=>f("li",{},f("strong",{},s),`: expected ${o}, got ${i}`));return f("div",{class:"callshe\
et-verdict callsheet-verdict--bad"},f("p",{},"Not as documented:"),f("ul",{},...r))}var Vr={spaceDelimited:" ",pipeDelimited:"|"},zr={label:[".","."],matrix:[";",";"]};function Ne(e,{shape:t}){return t===
"object"?hn(e,t):t!=="array"?e:(e.startsWith("[")?hn(e,t):null)??e.split(",").map(r=>r.trim()).filter(Boolean)}function hn(e,t){
try{let n=JSON.parse(e);return be(n)===t?n:null}catch{return null}}function ke(e){return e===null?"":typeof e=="string"?
e:JSON.stringify(e)}function gn(e){return(Array.isArray(e)?e:Object.entries(e).flat()).map(ke)}function yn(e,t){let{name:n,
style:r="",explode:s}=e,o=Ne(t,e);if(o===null||typeof o=="string")return[[n,t]];if(r==="deepObject")return rt(n,o);if(s)
return(Array.isArray(o)?o.map(l=>[n,l]):Object.entries(o)).map(([l,u])=>[l,ke(u)]);let i=gn(o);return i.length?[[n,i.join(
Vr[r]??",")]]:[]}function rt(e,t){return Array.isArray(t)?t.flatMap(n=>rt(e,n)):Q(t)?Object.entries(t).flatMap(([n,r])=>rt(
`${e}[${n}]`,r)):[[e,ke(t)]]}function bn(e,t){let{style:n="",explode:r}=e,s=encodeURIComponent(e.name),o=Ne(t,e),i=n==="\
matrix",[a,l]=zr[n]??["",","];if(o===null||typeof o=="string"){let m=encodeURIComponent(t);return a+(i?s+(m&&`=${m}`):m)}
let u=m=>encodeURIComponent(ke(m));if(!r){let m=gn(o).map(u).join(",");return m&&a+(i?`${s}=${m}`:m)}let h=Array.isArray(
o)?o.map(m=>(i?`${s}=`:"")+u(m)):Object.entries(o).map(([m,p])=>`${u(m)}=${u(p)}`);return h.length?a+h.join(l):""}var $n=2**31-1,Hr=/^(accept-(charset|encoding)|access-control-.*|connection|content-length|cookie2?|date|dnt|expect|host|keep-alive|origin|proxy-.*|referer|sec-.*|set-cookie|te|trailer|transfer-encoding|upgrade|via)$/i,
qr=/^[\t\x20-\x7e]*$/,xn=0;function X(){return xn+=1,`callsheet-console-${xn}`}function I(e,t,n=""){let r=X(),s=f("span",
{id:`${r}-fault`,class:"callsheet-fault",hidden:!0});return t.id=r,t.setAttribute("aria-describedby",`${r}-hint ${r}-fau\
lt`),{element:f("div",{class:"callsheet-field"},f("label",{for:r},e),f("div",{},t,f("span",{id:`${r}-hint`,class:"callsh\
eet-note",hidden:!n},n),s)),blame(i){return s.textContent=i,s.hidden=!i,t.setAttribute("aria-invalid",String(!!i)),i}}}function L(e,t=e){
return f("option",{value:e},t)}function wn({type:e,shape:t}){return e==="array"||t==="array"}function Kr(e){let{name:t,type:n,
values:r,required:s}=e;if(r?.length||n==="bool"){let i=r?.length?r:["true","false"];return f("select",{},L("",s?"Choose \
…":"not sent"),...i.map(a=>L(a)))}let o={placeholder:Wr(e),autocomplete:"off",spellcheck:"false"};if(n==="int32"){let[
i,a]=[String(-$n-1),String($n)];return f("input",{type:"number",step:"1",min:i,max:a,...o})}return n==="double"?f("input",
{type:"number",step:"any",...o}):f("input",{type:W(t)?"password":"text",inputmode:n==="int64"?"numeric":"text",...o})}function Wr(e){
return e.type==="date-time"?"2026-11-21T09:30:00Z":wn(e)?"one, two":e.shape==="object"?'{"key": "value"}':e.required?"":
"not sent"}function ve(e,t,n){let{name:r,type:s,required:o,shape:i}=e,a=Kr(e),l=t==="header"&&Hr.test(r),u=[s,o&&"requir\
ed",wn(e)&&"commas between the values",i==="object"&&"an object in JSON",l&&"set by the browser itself"],{element:h,blame:m}=I(
r,a,u.filter(Boolean).join(", "));o&&a.setAttribute("aria-required","true"),a.disabled=l;let p=()=>m(Gr(e,t,a));return a.
addEventListener("input",()=>{a.getAttribute("aria-invalid")==="true"&&p(),n()}),a.addEventListener("change",()=>ee(p)),
{name:r,place:t,element:h,check:p,get:()=>l?"":a.value,set(b){let $=a instanceof HTMLSelectElement?[...a.options]:null;b&&
$&&!$.some(x=>x.value===b)&&a.append(L(b)),a.value=b,m("")}}}function Gr(e,t,n){let{name:r,type:s="",required:o}=e,i=n.value;
return!i&&n.validity.badInput?`${r}: expected ${ae.get(s)}.`:i?Zr(e,t,i):o&&!n.disabled?`${r} is required.`:""}function Zr({
name:e,type:t,values:n,shape:r},s,o){if(s==="path"&&/^\.{1,2}$/.test(o))return`${e}: a path cannot have ${o} in it.`;if(s===
"header"&&(!qr.test(o)||o!==o.trim()))return`${e}: expected one line of ASCII characters.`;if(r==="object"&&Ne(o,{shape:r})===
null)return`${e}: expected an object in JSON.`;let i=vt(o,t,n);return i&&`${e}: expected ${i}.`}function On(e,t){let{body:n,sends:r=[]}=e;if(!n||/^(GET|HEAD)$/.test(e.method))return null;let s=r.find(m=>v(m)===v(n.type)),
o=[...new Set([...r.map(m=>m===s?n.type:m),...s||!n.type?[]:[n.type]])],i=f("select",{},...o.map(m=>L(m))),a=I("Content-\
Type",i),l=Yr(e,n,t);i.addEventListener("change",()=>{l.retype?.(i.value),t()});let h={element:f("fieldset",{},f("legend",
{},`Body: ${n.name}`),...o.length?[a.element]:[],...l.elements),type:()=>i.value,check:()=>l.check(i.value),content:()=>l.
content(i.value),text:l.text,set(m,p){o.includes(m)&&(i.value=m),l.set?.(i.value,p)}};return h.set(n.type||o[0],n.text??
""),h}function Yr(e,t,n){return t.file?eo(n):t.parts?to(t.parts,n):Qr(e,t,n)}function Qr({sent:e,types:t={}},n,r){let s=X(),
o=f("ul",{id:s,class:"callsheet-faults",hidden:!0}),i=zt(`Body: ${n.name}`,s,()=>{o.hidden||l(a),r()}),a="",l=h=>{let m=It(
i.get(),h,e,t);return o.replaceChildren(...m.map(p=>f("li",{},p))),o.hidden=!m.length,i.area.setAttribute("aria-invalid",
String(!!m.length)),m};i.area.addEventListener("blur",()=>ee(()=>l(a)));let u=(h,m)=>{a=h,i.set(m,Oe(h)),o.hidden=!0,i.area.
setAttribute("aria-invalid","false")};return{elements:[i.area,o],check:l,text:i.get,set:u,retype(h){u(h,_t(i.get(),a,h,e,
t,n.name))},content(h){let m=i.get();return v(h)===$e?{form:Bt(m)}:{text:m}}}}function eo(e){let t=Tn("File",e);return{elements:[
t.element],check:()=>[t.check()].filter(Boolean),content:n=>v(n)===jt?{fields:[],files:[["file",t.get()]]}:{file:t.get()}}}
function to({fields:e,files:t},n){let r=e.map(([o,i])=>{let a=ve({name:o},"query",n);return a.set(i),a}),s=t.map(o=>Tn(o,
n));return{elements:[...r,...s].map(({element:o})=>o),check:()=>s.map(o=>o.check()).filter(Boolean),content:()=>({fields:r.
map(({name:o,get:i})=>[o,i()]).filter(([,o])=>o),files:s.map(o=>[o.name,o.get()])})}}function Tn(e,t){let n=f("input",{type:"\
file","aria-required":"true"}),{element:r,blame:s}=I(e,n,"required"),o=()=>n.files?.[0]??null,i=()=>s(o()?"":`${e}: choo\
se a file.`);return n.addEventListener("change",()=>{i(),t()}),{name:e,element:r,check:i,get:o}}var no=20,ro=2e4,ot=kt("sessionStorage","callsheet.history"),oe={get(){try{let e=JSON.parse(ot.get()??"");return Array.isArray(
e)?e:[]}catch{return[]}},add(e){ot.set(JSON.stringify([e,...oe.get()].slice(0,no)))},clear(){ot.set(null)}};function oo(e){
return e===void 0||e.length>ro||Ae(e)||(e.match(/"([^"\\]|\\.)*"(?=\s*:)|<[\w:.-]+/g)??[]).some(n=>W(n.replace(/["<]/g,"")))?
void 0:e}function st({place:e,name:t}){return`${e}:${t}`}function En(e,t,n,r,s){let o=(u,h)=>!W(u)&&!Ae(h),i=t.filter(u=>u.
get()&&o(u.name,u.get())),a=r.query.filter(([u,h])=>o(u,h)),l=r.path+(a.length?`?${ne(a)}`:"");return{uid:e,status:s,time:new Date().
toTimeString().slice(0,8),page:location.pathname,method:r.method,target:Ae(r.path)?"…":l,base:r.base,type:n?.type()??"",
text:oo(n?.text?.()),fields:i.map(u=>[st(u),u.get()])}}var so="http://127.0.0.1:8765";function it(e){let t;try{t=new URL(e,location.protocol==="file:"?void 0:location.origin)}catch{
return null}let{protocol:n,username:r,password:s,search:o,hash:i}=t;return!/^https?:$/.test(n)||r||s||o||i?null:t.href.replace(
/\/+$/,"")}async function io(){if(location.protocol==="file:")return!1;try{return(await fetch(location.pathname,{method:"\
HEAD",credentials:"omit"})).headers.has("X-Request-Id")}catch{return!1}}async function An({servers:e}){if(e.length)return e.
flatMap(({url:r,name:s})=>{let o=it(r);return o?[{url:o,name:s}]:[]});let t=await io()?[{url:location.origin,name:"This \
site"}]:[],n={url:so,name:"This machine"};return[...t,n].filter(({url:r},s,o)=>o.findIndex(i=>i.url===r)===s)}function Sn({
any:e},t,n){let{base:r}=A.get(),s=r?it(r):null,o=$=>t.some(x=>x.url===$),i=t.map(({url:$,name:x})=>L($,x?`${x} (${$})`:$)),
a=f("datalist",{id:X()},...e?i:[]),l=e?f("input",{type:"url",autocomplete:"off",spellcheck:"false",list:a.id}):f("select",
{},...i),u=s&&!e&&!o(s)?`Of your values, ${s} is not among the addresses that this site allows.`:"",{element:h,blame:m}=I(
"Server",l,u);e&&h.append(a),l.value=s&&(e||o(s))?s:t[0]?.url??"";let p=()=>{let $=it(l.value);return $&&(e||o($))?$:null},
b=()=>m(p()?"":"Server: expected an address such as https://example.com/tenant.");return l.addEventListener("change",()=>{
b()||A.set("base",p()??""),n()}),{element:h,check:b,get:p,set($){(e||o($))&&(l.value=$)}}}function ct(e){let[,t=""]=/^Basic (\S+)$/i.exec(e)??[];try{let[,n,r]=/^([^:]*):([\x20-\x7e]*)$/.exec(atob(t))??[];return n&&
/^[\x20-\x7e]+$/.test(n)?[n,r]:null}catch{return null}}function Nn(e,t){let[n]=ct(e.authorization??"")??[],r=f("select",
{},...e.authorization?[L("example",n?`As ${n}, as in the example`:"As in the example")]:[],...St().map(p=>L(p,p==="Basic"?
"Basic: user and password":`${p}: token`)),L("none","No credentials")),s=I("Sign in",r),o=()=>!/^(example|none)$/.test(r.
value),i=[at("user","User","text"),at("password","Password","password"),at("token","Token","password")],a=f("button",{type:"\
button",class:"callsheet-button",click(){A.forget(),m(),t()}},"Forget"),l=f("p",{class:"callsheet-note callsheet-line"},
"They stay in this tab, and go only to the server above. ",a),u=()=>{let p=o();for(let{name:b,element:$}of i)$.hidden=!p||
b==="token"==(r.value==="Basic");l.hidden=!p},h=()=>{let p=A.get();for(let b of i)b.fill(p[b.name]??"")},m=()=>{let p=A.
get();je(p)?r.value=p.scheme??"Basic":e.authorization?r.value="example":r.value=e.signsIn?"Basic":"none",h(),u()};return r.
addEventListener("change",()=>{o()&&A.set("scheme",r.value),u(),t()}),m(),{element:f("fieldset",{},f("legend",{},"Creden\
tials"),s.element,...i.map(({element:p})=>p),l),fill:h,isOwn:o,field(){return r.value==="none"?"":r.value==="example"?e.
authorization??"":je({...A.get(),scheme:r.value})},check:()=>i.map(({element:p,check:b})=>p.hidden?"":b()).filter(Boolean)}}
function at(e,t,n){let r=f("input",{type:n,autocomplete:"off",spellcheck:"false"}),{element:s,blame:o}=I(t,r),i=a=>e!=="\
token"||wt.token.test(a);return r.addEventListener("input",()=>{let a=r.value.trim(),l=!a||i(a);o(l?"":"Token: expected \
letters, digits and . _ ~ + / = : - only."),A.set(e,l?a:"")}),{name:e,element:s,fill(a){r!==document.activeElement&&(r.value=
a,o(""))},check(){let a=r.value.trim(),l=a&&i(a);return o(l?"":`${t} is required, or choose another way to sign in.`)}}}async function kn(e,t,n){let r=await An(t),s=new Map,o=[["path",e.path],["query",e.query],["header",e.headers]];for(let[
i,a=[]]of o)for(let l of a)s.set(ve(l,i,n),l);return{data:e,parameters:s,server:Sn(t,r,n),body:On(e,n),signing:Nn(e,n),accept:ao(
e,n)}}function ao({gets:e=[],accept:t},n){if(!e.length)return null;let r=f("select",{change:n},...e.map(s=>L(s)));return r.
value=e.find(s=>s===t)??e.find(S)??e[0],{element:I("Accept",r).element,control:r}}function vn({parameters:e}){let t=A.get();
for(let[n,{value:r=""}]of e)n.set(n.place==="path"&&t[`path:${n.name}`]||r)}function Cn({parameters:e,server:t,body:n},r){
let s=new Map(r.fields);for(let o of e.keys())o.set(s.get(st(o))??"");t.set(r.base),r.text!==void 0&&n?.set(r.type,r.text)}
function G({parameters:e},t){return[...e.keys()].filter(n=>n.place===t)}function de(e){let{data:t,parameters:n,server:r,
body:s,signing:o,accept:i}=e,a=b=>{let $=G(e,"path").find(C=>C.name===b),x=$&&n.get($),k=$?.get()??"";return x?.style?bn(
x,k):encodeURIComponent(k)},l=b=>G(e,b).filter($=>$.get()).flatMap($=>{let x=n.get($);return b==="query"&&x?.style?yn(x,
$.get()):[[$.name,$.get()]]}),u=s?.content()??null,h=s&&u&&!u.files?s.type():"",m=l("header");h&&m.unshift(["Content-Typ\
e",h]),i&&m.unshift(["Accept",i.control.value]);let p=o.field();return{method:t.method,base:r.get()??"",path:en(t.route,
a),query:l("query"),headers:m,contentType:h,body:u,authorization:p,basic:ct(p)}}function Ln({server:e,parameters:t,body:n,
signing:r}){let s=[...t.keys()].map(o=>o.check());return[e.check(),...s,...n?.check()??[],...r.check()].filter(Boolean)}
function jn(e){for(let{name:t,get:n}of G(e,"path"))/^[\w.~-]+$/.test(n())&&A.set(`path:${t}`,n())}var co=6;function Pn(e,t){let{data:n,parameters:r,server:s,body:o,signing:i,accept:a}=e,l=V=>{let{required:_,value:P}=r.
get(V)??{};return!!(_||P)},u=G(e,"query"),h=f("h2",{tabindex:"-1",id:X()},"Try it"),m=f("button",{type:"button",class:"c\
allsheet-button","aria-label":"Close the console"},"×"),p=f("p",{role:"status",class:"callsheet-say callsheet-say--quie\
t"}),b=f("button",{type:"submit",class:"callsheet-button callsheet-primary"},"Send"),$=f("button",{type:"button",class:"\
callsheet-button",hidden:!0},"Cancel"),x=f("div",{class:"callsheet-answer"}),k=f("div",{}),C=f("form",{novalidate:!0},s.
element,...lt("Path",G(e,"path")),...lt("Query",u,u.length>co&&!u.some(l)),...o?[o.element]:[],...a?[a.element]:[],i.element,
...lt("More headers",G(e,"header"),!0),f("p",{class:"callsheet-line"},b,$));if(n.body&&!o){let V=`Browsers send no body \
with ${n.method}.`;C.append(f("p",{class:"callsheet-note"},V))}return{section:f("section",{class:"callsheet-console",id:X(),
"aria-labelledby":h.id,"data-search-exclude":!0},f("div",{class:"callsheet-console-title"},h,m),f("div",{class:"callshee\
t-console-columns"},C,f("div",{class:"callsheet-console-beside"},p,x,t,k))),form:C,title:h,status:p,answer:x,history:k,sendButton:b,
cancelButton:$,closeButton:m}}function lt(e,t,n=!1){if(!t.length)return[];let r=t.map(({element:s})=>s);return n?[f("det\
ails",{},f("summary",{},`${e} (${t.length})`),f("fieldset",{"aria-label":e},...r))]:[f("fieldset",{},f("legend",{},e),...r)]}function Mn(e,t,n){let r=oe.get(),s=a=>f("span",{class:"callsheet-note"},a),o=r.map(a=>f("li",{},Ot(a.method),f("code",{},
a.target),a.status?nt(a.status):s("no answer"),s(a.time),a.uid===e?f("button",{type:"button",class:"callsheet-button",click:()=>t(
a),"aria-label":`Repeat ${a.method} ${a.target}`},"Repeat"):f("a",{href:a.page},"Its page"))),i=f("button",{type:"button",
class:"callsheet-button",click:n},"Clear");return f("details",{class:"callsheet-history",hidden:!r.length},f("summary",{},
`History of this session (${r.length})`),f("ul",{},...o),f("p",{class:"callsheet-line"},i,s("Credentials and files are n\
ot remembered.")))}function _n(e){let t=f("select",{"aria-label":"Language",change:()=>o()},...Object.keys(Ye).map(l=>L(l))),n=f("code",{}),
r=Nt(),s=l=>l.base?Ye[t.value](nn(l)):"",o=()=>{a.open&&(n.textContent=s(tn(de(e()),e().signing.isOwn())))},i=f("button",
{type:"button",class:"callsheet-button",async click(){let l=await Tt(s(de(e())));r.textContent=l?"Copied":"Select the te\
xt to copy it"}},"Copy"),a=f("details",{class:"callsheet-program",toggle:()=>o()},f("summary",{},"The request as code"),
f("p",{class:"callsheet-line"},t,i,r),f("pre",{class:"highlight",tabindex:"0",dir:"ltr","aria-label":"Program"},n));return{
element:a,refresh:o}}function lo(e){if(!e)return;if(e.form)return new URLSearchParams(e.form);if(e.text!==void 0)return new TextEncoder().encode(
e.text);if(e.file)return new Blob([e.file]);let t=new FormData;for(let[n,r]of e.fields??[])t.append(n,r);for(let[n,r]of e.
files??[])t.append(n,r);return t}async function In(e,t){let n=new Headers(e.headers);e.authorization&&n.set("Authorizati\
on",e.authorization);let r=performance.now(),s=await fetch(ue(e),{method:e.method,headers:n,body:lo(e.body),signal:t,credentials:"\
omit",referrerPolicy:"no-referrer",redirect:"manual",cache:"no-store"}),o=new Uint8Array(await s.arrayBuffer());return{response:s,
content:o,milliseconds:performance.now()-r}}async function fo(e,t){try{return await fetch(`${e}/`,{mode:"no-cors",credentials:"\
omit",referrerPolicy:"no-referrer",cache:"no-store",signal:t}),!0}catch{return!1}}function ft(e){return/^(localhost|127(\.\d+){3}|\[::1\])$/.
test(e)}async function Bn(e,t,n){let{origin:r,protocol:s}=location,{origin:o,protocol:i,hostname:a,port:l}=new URL(e),u=s===
"file:"?"null":r,h=`callsheet serve --port ${l||"8765"} --cors-origin ${u}`;if(n)return[`This page's Content-Security-Po\
licy does not let it ask ${o}.`,["Whoever serves this site has to name that origin under ",pe("connect-src"),"."]];if(s===
"https:"&&i==="http:"&&!ft(a))return["A page of https: cannot ask a server of http: (mixed content).",["Use the server's\
 https: address, or open this page from http:."]];if(!navigator.onLine&&!ft(a))return["The browser is offline.",["Connec\
t to the network and send again."]];if(o!==r&&await fo(e,t))return[`${o} answers, but does not let pages of this origin \
(${u}) read its answers (CORS).`,["Of the reference server, allow it with ",pe(h),"; of another server, add ",pe(u)," to\
 the origins that it allows. The request may have been carried out."]];let m=s==="file:"?"This page comes from a disk, s\
o a server is needed. ":"",p=ft(a)?["Start the reference server with ",pe(h)," and send again."]:["Is the address right,\
 and can you reach it from here? To try the reference server instead, start ",pe(`callsheet serve --cors-origin ${u}`),"\
 and choose its address."];return[`No server answers at ${e}.`,[m,...p]]}function pe(e){return f("code",{},e)}async function Rn(e,t,n,r){let s=_n(()=>o),o=await kn(t,r,s.refresh),i=Pn(o,s.element),a={uid:e,button:n,form:o,parts:i,
program:s,abort:null};return n.setAttribute("aria-controls",i.section.id),i.form.addEventListener("submit",l=>uo(l,a)),i.
cancelButton.addEventListener("click",()=>a.abort?.abort()),i.closeButton.addEventListener("click",()=>ut(a)),i.section.
addEventListener("keydown",l=>{l.key==="Escape"&&a.abort?.abort()}),me(a),vn(o),s.refresh(),a}async function uo(e,t){if(e.
preventDefault(),t.abort)return;let{uid:n,form:r,parts:s}=t,o=Ln(r);if(o.length){po(s,o);return}jn(r);let i=new AbortController;
t.abort=i,Se(),s.answer.replaceChildren(),se(s,"Sending …"),s.sendButton.setAttribute("aria-disabled","true"),s.cancelButton.
hidden=!1;let a=de(r),l=await mo(t,a,i.signal);t.abort=null,s.sendButton.removeAttribute("aria-disabled"),document.activeElement===
s.cancelButton&&s.sendButton.focus(),s.cancelButton.hidden=!0,oe.add(En(n,[...r.parameters.keys()],r.body,a,l)),me(t)}function se({
status:e},t,n=!1){e.textContent=t,e.classList.toggle("callsheet-say--quiet",n)}function po(e,t){e.answer.replaceChildren(),
se(e,`Not sent: ${t.length===1?t[0]:`${t.length} entries need a change.`}`);let n=e.section.querySelector('[aria-invalid\
="true"]'),r=n?.closest("details");r&&(r.open=!0),n?.focus()}async function mo({form:e,parts:t},n,r){let s=!1,o=i=>{s||=
i.effectiveDirective==="connect-src"};document.addEventListener("securitypolicyviolation",o);try{let{response:i,content:a,
milliseconds:l}=await In(n,r);return i.type==="opaqueredirect"?(Fn(t,"The server answers with a redirect, which is not f\
ollowed: credentials stay with the server that they are for.",["Is the address of the server right?"]),0):(ho(e.data,t,i,
a,l),i.status)}catch{return r.aborted?se(t,"Cancelled. The server may have carried it out."):(await new Promise(i=>{setTimeout(
i,50)}),Fn(t,...await Bn(n.base,r,s))),0}finally{document.removeEventListener("securitypolicyviolation",o)}}function Fn(e,t,n){
se(e,`No answer to read. ${t}`),e.answer.replaceChildren(f("p",{class:"callsheet-verdict callsheet-verdict--bad"},...n))}
function ho(e,t,n,r,s){let{status:o,statusText:i}=n,a=n.headers.get("Content-Type")??"",l=[...n.headers],u={status:o,reason:i,
content:r,milliseconds:s,headers:l,mediaType:a},{view:h,found:m}=mn(e,u),p=m.length?`${m.length} ${m.length===1?"differe\
nce":"differences"} from the page`:"as documented";se(t,`Answer: ${o} ${i}, ${p}.`,!0),t.answer.replaceChildren(...h)}function me(e){
let{uid:t,parts:n}=e,r=n.history.querySelector("details")?.open??!1,o=Mn(t,i=>go(e,i),()=>{oe.clear(),me(e),se(n,"The hi\
story is cleared.",!0),n.title.focus()});o.open=r,n.history.replaceChildren(o)}function go({abort:e,form:t,parts:n,program:r},s){
e||(Cn(t,s),r.refresh(),n.form.requestSubmit())}function ut({parts:e,button:t}){e.section.hidden=!0,t.setAttribute("aria\
-expanded","false"),t.focus()}function he(e){let{type:t,properties:n,anyOf:r,...s}=typeof e=="string"?{type:e}:e,o=s;if(typeof t=="string"){let[i,a]=t.
replace("?","").split(" "),l=i;o.type=t.endsWith("?")?[l,"null"]:l,a&&(o.format=a)}else t&&(o.type=t);n&&(o.properties=Un(
n)),r&&(o.anyOf=r.map(he));for(let i of["items","additionalProperties"]){let a=s[i];a&&a!==!0&&(o[i]=he(a))}return o}function Un(e){
return Object.fromEntries(Object.entries(e).map(([t,n])=>[t,he(n)]))}function Dn(e){return typeof e=="string"?{name:e}:Array.
isArray(e)?{name:e[0],type:e[1]}:e}function Xn({query:e,headers:t,sent:n,got:r,types:s,...o}){return{...o,...e&&{query:e.
map(Dn)},...t&&{headers:t.map(Dn)},...n&&{sent:he(n)},...r&&{got:he(r)},...s&&{types:Un(s)}}}function Jn(e){return`${e.replace(
/^\.|[^A-Za-z0-9._-]|_(?=x)/gu,n=>`_x${n.codePointAt(0)?.toString(16).toUpperCase()}_`)}.js`}var Vn=new WeakMap,zn=new Map,J=null;async function yo(e,t){let n=Vn.get(e);if(n?.parts.section.isConnected&&!n.parts.section.
hidden){ut(n);return}let r=n??await bo(e,t);r.parts.section.hidden=!1,e.setAttribute("aria-expanded","true"),J=r,r.form.
signing.fill(),me(r),r.parts.title.focus()}async function bo(e,t){let n=e.closest("[data-callsheet-uid]"),{callsheetUid:r="",
callsheetFile:s}=n.dataset;await Et(`console/${s??Jn(r)}`);let o=zn.get(r);if(!o)throw new Error(`There is no data of ${r}`);
let i=await Rn(r,Xn(o),e,t);return e.closest(".callsheet-route")?.after(i.parts.section),Vn.set(e,i),i}function $o(e){Xt(),
window.callsheet.toggleConsole=t=>yo(t,e),A.onChange(()=>{J?.parts.section.isConnected&&(J.form.signing.fill(),J.program.
refresh())}),At(()=>{!J||J.parts.section.isConnected||(J.abort?.abort(),Se(),J=null)})}window.callsheetConsole=(e,t)=>{zn.
set(e,t)};window.callsheet.startConsole=$o;})();
