/*! Made by `make javascript`: sources f1c343528d3d08d9, code bd946bf2f97b5a72 */
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
"use strict";(()=>{var{API_KEY:ct,IN_PAGE:lt,VALID:Re,all:Rs,assetUrl:_s,badge:_e,breakable:tn,codeText:Fs,copy:Fe,credentials:ft,each:js,icon:Ds,
languageOf:Is,load:je,loadStyle:Ms,make:d,onPage:nn,openDialog:Us,operationFile:rn,placeholders:Hs,save:on,schemes:sn,siteUrl:Xs,
statusNote:pe,storedText:De,values:A}=window.callsheet;var qr=window;function an(e,t,n={}){let r={tab:"	",indentOn:/[({\[]$/,moveToNewLine:/^[)}\]]/,spellcheck:!1,catchTab:!0,
preserveIdent:!0,addClosing:!0,history:!0,window:qr,autoclose:{open:`([{'"`,close:`)]}'"`},...n},o=r.window,s=o.document,
i=[],a=[],c=-1,l=!1,f=()=>{},p;e.setAttribute("contenteditable","plaintext-only"),e.setAttribute("spellcheck",r.spellcheck?
"true":"false"),e.style.outline="none",e.style.overflowWrap="break-word",e.style.overflowY="auto",e.style.whiteSpace="pr\
e-wrap";let m=(u,g)=>{t(u,g)},h=o.navigator.userAgent.match(/Firefox\/([0-9]+)\./),$=h?parseInt(h[1]):0,w=!1;(e.contentEditable!==
"plaintext-only"||$>=136)&&(w=!0),w&&e.setAttribute("contenteditable","true");let x=Qt(()=>{let u=M();m(e,u),F(u)},30),E=!1,
O=u=>!Yt(u)&&!Zt(u)&&u.key!=="Meta"&&u.key!=="Control"&&u.key!=="Alt"&&!u.key.startsWith("Arrow"),T=Qt(u=>{O(u)&&(oe(),E=
!1)},300),_=(u,g)=>{i.push([u,g]),e.addEventListener(u,g)};_("keydown",u=>{u.defaultPrevented||(p=ue(),r.preserveIdent?Hr(
u):qt(u),r.catchTab&&Vr(u),r.addClosing&&Xr(u),r.history&&(Jr(u),O(u)&&!E&&(oe(),E=!0)),w&&!Kr(u)&&F(M()))}),_("keyup",u=>{
u.defaultPrevented||u.isComposing||(p!==ue()&&x(),T(u),f(ue()))}),_("focus",u=>{l=!0}),_("blur",u=>{l=!1}),_("paste",u=>{
oe(),zr(u),oe(),f(ue())}),_("cut",u=>{oe(),Wr(u),oe(),f(ue())});function M(){let u=de(),g={start:0,end:0,dir:void 0},{anchorNode:y,
anchorOffset:b,focusNode:S,focusOffset:k}=u;if(!y||!S)throw"error1";if(y===e&&S===e)return g.start=b>0&&e.textContent?e.
textContent.length:0,g.end=k>0&&e.textContent?e.textContent.length:0,g.dir=k>=b?"->":"<-",g;if(y.nodeType===Node.ELEMENT_NODE){
let v=s.createTextNode("");y.insertBefore(v,y.childNodes[b]),y=v,b=0}if(S.nodeType===Node.ELEMENT_NODE){let v=s.createTextNode(
"");S.insertBefore(v,S.childNodes[k]),S=v,k=0}return Gt(e,v=>{if(v===y&&v===S)return g.start+=b,g.end+=k,g.dir=b<=k?"->":
"<-","stop";if(v===y)if(g.start+=b,!g.dir)g.dir="->";else return"stop";else if(v===S)if(g.end+=k,!g.dir)g.dir="<-";else return"\
stop";v.nodeType===Node.TEXT_NODE&&(g.dir!="->"&&(g.start+=v.nodeValue.length),g.dir!="<-"&&(g.end+=v.nodeValue.length))}),
e.normalize(),g}function F(u){let g=de(),y,b=0,S,k=0;if(u.dir||(u.dir="->"),u.start<0&&(u.start=0),u.end<0&&(u.end=0),u.
dir=="<-"){let{start:W,end:q}=u;u.start=q,u.end=W}let v=0;Gt(e,W=>{if(W.nodeType!==Node.TEXT_NODE)return;let q=(W.nodeValue||
"").length;if(v+q>u.start&&(y||(y=W,b=u.start-v),v+q>u.end))return S=W,k=u.end-v,"stop";v+=q}),y||(y=e,b=e.childNodes.length),
S||(S=e,k=e.childNodes.length),u.dir=="<-"&&([y,b,S,k]=[S,k,y,b]);{let W=Le(y);if(W){let $e=s.createTextNode("");W.parentNode?.
insertBefore($e,W),y=$e,b=0}let q=Le(S);if(q){let $e=s.createTextNode("");q.parentNode?.insertBefore($e,q),S=$e,k=0}}g.setBaseAndExtent(
y,b,S,k),e.normalize()}function Le(u){for(;u&&u!==e;){if(u.nodeType===Node.ELEMENT_NODE){let g=u;if(g.getAttribute("cont\
enteditable")=="false")return g}u=u.parentNode}}function Be(){let g=de().getRangeAt(0),y=s.createRange();return y.selectNodeContents(
e),y.setEnd(g.startContainer,g.startOffset),y.toString()}function Kt(){let g=de().getRangeAt(0),y=s.createRange();return y.
selectNodeContents(e),y.setStart(g.endContainer,g.endOffset),y.toString()}function Hr(u){if(u.key==="Enter"){let g=Be(),
y=Kt(),[b]=en(g),S=b;if(r.indentOn.test(g)&&(S+=r.tab),S.length>0?(Q(u),u.stopPropagation(),se(`
`+S)):qt(u),S!==b&&r.moveToNewLine.test(y)){let k=M();se(`
`+b),F(k)}}}function qt(u){if(w&&u.key==="Enter")if(Q(u),u.stopPropagation(),Kt()==""){se(`
 `);let g=M();g.start=--g.end,F(g)}else se(`
`)}function Xr(u){let g=r.autoclose.open,y=r.autoclose.close;if(g.includes(u.key)){Q(u);let b=M(),S=b.start==b.end?"":de().
toString(),k=u.key+S+(y[g.indexOf(u.key)]??"");se(k),b.start++,b.end++,F(b)}}function Vr(u){if(u.key==="Tab")if(Q(u),u.shiftKey){
let g=Be(),[y,b]=en(g);if(y.length>0){let S=M(),k=Math.min(r.tab.length,y.length);F({start:b,end:b+k}),s.execCommand("de\
lete"),S.start-=k,S.end-=k,F(S)}}else se(r.tab)}function Jr(u){if(Yt(u)){Q(u),c--;let g=a[c];g&&(e.innerHTML=g.html,F(g.
pos)),c<0&&(c=0)}if(Zt(u)){Q(u),c++;let g=a[c];g&&(e.innerHTML=g.html,F(g.pos)),c>=a.length&&c--}}function oe(){if(!l)return;
let u=e.innerHTML,g=M(),y=a[c];if(y&&y.html===u&&y.pos.start===g.start&&y.pos.end===g.end)return;c++,a[c]={html:u,pos:g},
a.splice(c+1);let b=300;c>b&&(c=b,a.splice(0,1))}function zr(u){if(u.defaultPrevented)return;Q(u);let y=(u.originalEvent??
u).clipboardData.getData("text/plain").replace(/\r\n?/g,`
`),b=M();se(y),m(e),F({start:Math.min(b.start,b.end)+y.length,end:Math.min(b.start,b.end)+y.length,dir:"<-"})}function Wr(u){
let g=M(),y=de();(u.originalEvent??u).clipboardData.setData("text/plain",y.toString()),s.execCommand("delete"),m(e),F({start:Math.
min(g.start,g.end),end:Math.min(g.start,g.end),dir:"<-"}),Q(u)}function Gt(u,g){let y=[];u.firstChild&&y.push(u.firstChild);
let b=y.pop();for(;b&&g(b)!=="stop";)b.nextSibling&&y.push(b.nextSibling),b.firstChild&&y.push(b.firstChild),b=y.pop()}function it(u){
return u.metaKey||u.ctrlKey}function Yt(u){return it(u)&&!u.shiftKey&&at(u)==="Z"}function Zt(u){return it(u)&&u.shiftKey&&
at(u)==="Z"}function Kr(u){return it(u)&&at(u)==="C"}function at(u){let g=u.key||u.keyCode||u.which;if(g)return(typeof g==
"string"?g:String.fromCharCode(g)).toUpperCase()}function se(u){u=u.replace(/&/g,"&amp;").replace(/</g,"&lt;").replace(/>/g,
"&gt;").replace(/"/g,"&quot;").replace(/'/g,"&#039;"),s.execCommand("insertHTML",!1,u)}function Qt(u,g){let y=0;return(...b)=>{
clearTimeout(y),y=o.setTimeout(()=>u(...b),g)}}function en(u){let g=u.length-1;for(;g>=0&&u[g]!==`
`;)g--;g++;let y=g;for(;y<u.length&&/[ \t]/.test(u[y]);)y++;return[u.substring(g,y)||"",g,y]}function ue(){return e.textContent||
""}function Q(u){u.preventDefault()}function de(){return e.getRootNode().getSelection()}return{updateOptions(u){Object.assign(
r,u)},updateCode(u,g=!0){e.textContent=u,m(e),g&&f(u)},onUpdate(u){f=u},toString:ue,save:M,restore:F,recordHistory:oe,destroy(){
for(let[u,g]of i)e.removeEventListener(u,g)}}}var cn=!1;function ln(){addEventListener("pointerdown",()=>ut(!0),!0),addEventListener("pointerup",()=>ut(!1),!0),addEventListener(
"pointercancel",()=>ut(!1),!0)}function ut(e){cn=e}function ee(e){cn?addEventListener("pointerup",()=>setTimeout(e),{once:!0}):
e()}var be="application/x-www-form-urlencoded",fn="multipart/form-data";function C(e){return e.split(";")[0].trim().toLowerCase()}
function L(e){return/[/+]json$/.test(C(e))}function U(e){return/[/+]xml$/.test(C(e))}function we(e,t){let[,n="utf-8"]=/charset="?([\w-]+)/i.
exec(t)??[];try{return new TextDecoder(n).decode(e)}catch{return new TextDecoder().decode(e)}}var Ie=/\s+|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[{}[\],:]/y,
dt=/<!--.*?-->|<\/?[^<>\s]+|\/?>|[^<>\s"=]+(?==)|"[^"<]*"|[^<>"=]+|./sy;function*xe(e,t){for(let n=0;n<e.length;){t.lastIndex=
n;let r=t.exec(e)?.[0]||e[n];n+=r.length,yield{token:r,end:n}}}function un({token:e,end:t},n){return/^\s*$/.test(e)?"":e[0]===
'"'?/^\s*:/.test(n.slice(t,t+20))?"nt":"s2":e[0]==="<"||e.endsWith(">")?e.startsWith("<!--")?"c":"nt":/^-?\d/.test(e)?"m\
i":/^(true|false|null)$/.test(e)?"kc":""}function dn(e){return U(e)?dt:L(e)?Ie:null}var Gr=5e4;function mt(e,t){return!t||e.length>Gr?[e]:[...xe(e,t)].map(n=>{let r=un(n,e);return r?d("span",{class:r},n.token):
n.token})}function pt(e){let t="";for(let n of e.childNodes)n instanceof Text?t+=n.data:n.nodeName==="BR"?t+=n.nextSibling?
`
`:"":t+=(n.nodeName==="DIV"&&n.previousSibling?`
`:"")+pt(n);return t}function pn(e,t,n){let r="",o=d("div",{class:"callsheet-editor highlight",tabindex:"0",role:"textbo\
x","aria-multiline":"true","aria-label":e,"aria-describedby":t,dir:"ltr"}),s=()=>o.replaceChildren(...mt(pt(o),dn(r))),a=an(
o,s,{tab:"  ",catchTab:!1,addClosing:!1,window:{document,navigator,setTimeout:(c,l)=>setTimeout(()=>document.activeElement===
o&&c(),l)}});return o.addEventListener("blur",()=>ee(s)),o.addEventListener("input",n),o.addEventListener("keyup",n),{area:o,
get:()=>pt(o),set(c,l){r=l,a.updateCode(c,!1),n()}}}var V=10,me="callsheet-boundary",mn={jpeg:"jpg","svg+xml":"svg","octet-stream":"bin",plain:"txt"};function J({headers:e}){
let t=e.find(([n])=>n==="Accept")?.[1]??"";return/^(image\/|application\/(octet-stream|pdf|zip))/.test(t)?ht(t):""}function ht(e){
let t=C(e).split("/")[1]??"";return`answer.${(Object.hasOwn(mn,t)?mn[t]:t.replace(/^.*\+/,"").replace(/\W/g,""))||"bin"}`}
function z({headers:e,authorization:t,basic:n}){return n||!t?e:[["Authorization",t],...e]}function N(e){return e.map(t=>`${t}\

`).join("")}function Me(e){let t=z(e),n=([r])=>r.toLowerCase()==="content-type";return[t.filter(r=>!n(r)),t.find(n)?.[1]??
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
`]}var gt=/^[+-]?(\d{1,400}(\.\d*)?|\.\d+)(e[+-]?\d{1,3})?$/i,yt=/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/,
Yr=/^[+-]?\d{1,20}$/,Zr=/^(\d{4})-(\d\d)-(\d\d)[Tt ]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)?$/,$t=new Map(
[["int32",31n],["int64",63n]]),bt=new Map([["int32","int32, a whole number from -2147483648 to 2147483647"],["int64","in\
t64, a whole number of at most 64 bits"],["double","double, a number such as 1.5"],["bool","bool, true or false"],["date\
-time","date-time, such as 2026-11-21T09:30:00Z"],["byte","byte, text in base64"]]);function wt(e){let[,t,n,r]=Zr.exec(e)??
[];if(!r||t==="0000")return!1;let o=new Date(Date.UTC(2e3,Number(n)-1,Number(r)));return o.setUTCFullYear(Number(t),Number(
n)-1,Number(r)),o.getUTCMonth()===Number(n)-1&&o.getUTCDate()===Number(r)}function Qr(e,t){if(!Yr.test(e))return!1;let n=1n<<
t,r=BigInt(e.replace("+",""));return-n<=r&&r<n}function eo(e,t){let n=$t.get(t);return n?Qr(e,n):t==="double"?gt.test(e):
t==="bool"?/^(true|false)$/i.test(e):t==="date-time"?wt(e):t!=="byte"||yt.test(e)}function hn(e,t="",n){return n?.length?
n.includes(e)?"":`one of ${n.join(", ")}`:eo(e,t)?"":bt.get(t)??""}var to=200,no=20,ro=new Map([["date",/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/],["email",/^[^\s@]+@[^\s@]+$/],["ur\
i",/^[a-z][a-z0-9+.-]*:[^\s]*$/i],["uuid",/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i]]),oo=[["minimum","at least %",
(e,t)=>e<t],["maximum","at most %",(e,t)=>e>t],["exclusiveMinimum","above %",(e,t)=>e<=t],["exclusiveMaximum","below %",
(e,t)=>e>=t],["multipleOf","a multiple of %",(e,t)=>Math.abs(e/t-Math.round(e/t))>1e-9]],so=[["minLength","at least % ch\
aracters",(e,t)=>[...e].length<t],["maxLength","at most % characters",(e,t)=>[...e].length>t],["pattern","a text that ma\
tches %",(e,t)=>!yn(t,e)]],io=[["minItems","at least % items",(e,t)=>e.length<t],["maxItems","at most % items",(e,t)=>e.
length>t],["uniqueItems","items that differ",(e,t)=>t&&e.some((n,r)=>e.slice(0,r).some(o=>Xe(n,o)))]],ao=[["minPropertie\
s","at least % properties",(e,t)=>Object.keys(e).length<t],["maxProperties","at most % properties",(e,t)=>Object.keys(e).
length>t]];function Ve(e){return e===null?"null":Array.isArray(e)?"array":typeof e=="number"?Number.isInteger(e)?"intege\
r":"number":typeof e}function te(e){return Ve(e)==="object"}function xt({type:e}){return[e??[]].flat()}function co(e){let t=JSON.
stringify(e);return t.length>60?`${t.slice(0,57)}...`:t}function gn(e,t){return/^[\p{L}_][\p{L}\p{N}_]*$/u.test(t)?`${e}\
.${t}`:`${e}[${JSON.stringify(t)}]`}function*ie(e,t,n,r="$",o=0){let s=(c,l)=>({path:r,keyword:c,expected:l,got:co(e)});
if(t===!1&&(yield s("not","no such value")),typeof t=="boolean"||o>to)return;let i=lo(e,t)??fo(e,t);if(i){yield s(...i);
return}let a=c=>ie(e,c,n,r,o+1);t.$ref&&(yield*a(n[t.$ref]??{}));for(let[c,l]of uo(e,t))yield s(c,l);Array.isArray(e)?yield*po(
e,t,n,r,o):te(e)&&(yield*mo(e,t,n,r,o));for(let c of t.allOf??[])yield*a(c);for(let c of["anyOf","oneOf"]){let l=(t[c]??
[]).map(m=>Oe(no,a(m))),f=l.filter(m=>!m.length).length,p=l.find(m=>m.length&&m[0].path!==r);l.length&&!f&&(p||l.length===
1)?yield*p??l[0]:l.length&&!f?yield s("anyOf",l.map(m=>m[0].expected).join(" or ")):c==="oneOf"&&f>1&&(yield s("oneOf","\
exactly one of the alternatives"))}t.not!==void 0&&a(t.not).next().done&&(yield s("not","no such value"))}function lo(e,t){
let n=Ve(e),r=xt(t);if(!r.length||r.includes(n)||n==="integer"&&r.includes("number"))return null;let{format:o=""}=t;return[
"type",bt.has(o)?o:r.filter(s=>s!=="null").join(" or ")]}function fo(e,t){let n=Object.hasOwn(t,"const")?[t.const]:t.enum;
if(!n||n.some(o=>Xe(o,e)))return null;let r=n.filter(o=>o!==null).map(o=>typeof o=="string"?o:JSON.stringify(o));return[
t.enum?"enum":"const",`one of ${r.join(", ")}`]}function Xe(e,t){if(e===t)return!0;if(Array.isArray(e)&&Array.isArray(t))
return e.length===t.length&&e.every((r,o)=>Xe(r,t[o]));if(!te(e)||!te(t))return!1;let n=Object.keys(e);return n.length===
Object.keys(t).length&&n.every(r=>Object.hasOwn(t,r)&&Xe(e[r],t[r]))}function*uo(e,t){let{format:n="",contentEncoding:r}=t;
if(typeof e=="number"){yield*He(e,oo,t);let o=Number.isInteger(e)?$t.get(n):void 0;o&&Math.abs(e+.5)>2**Number(o)&&(yield[
"format",n])}else typeof e=="string"?(yield*He(e,so,t),n==="date-time"&&!wt(e)&&(yield["format",n]),ro.get(n)?.test(e)===
!1&&(yield["format",n]),r&&!yt.test(e)&&(yield["contentEncoding",r])):Array.isArray(e)?yield*He(e,io,t):te(e)&&(yield*He(
e,ao,t))}function*He(e,t,n){for(let[r,o,s]of t){let i=n[r];i!==void 0&&s(e,i)&&(yield[r,o.replace("%",()=>String(i))])}}
function yn(e,t){try{return new RegExp(e,"u").test(t)}catch{return!0}}function*po(e,{items:t,prefixItems:n=[]},r,o,s){for(let i=0;i<
e.length;i+=1){let a=i<n.length?n[i]:t;a!==void 0&&(yield*ie(e[i],a,r,`${o}[${i}]`,s+1))}}function*mo(e,t,n,r,o){let{properties:s={},
additionalProperties:i}=t,a=t.required===!0?Object.keys(s):t.required??[];for(let l of a)Object.hasOwn(e,l)||(yield{path:gn(
r,l),keyword:"required",expected:"the property",got:"nothing"});let c=Object.entries(t.patternProperties??{});for(let[l,
f]of Object.entries(e)){let p=c.filter(([m])=>yn(m,l)).map(([,m])=>m);Object.hasOwn(s,l)?p.push(s[l]):!p.length&&i!==void 0&&
p.push(i);for(let m of p)yield*ie(f,m,n,gn(r,l),o+1)}}function Oe(e,t){let n=[];for(let r of t)if(n.push(r),n.length===e)
break;return n}var $n="http://www.w3.org/2001/XMLSchema-instance",ho=/<!--.*?-->|<!\[CDATA\[.*?\]\]>|<[^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*>|[^<]+/gs;
function ae(e){if(/<!DOCTYPE/i.test(e))throw new Error("a document type is not allowed");let t=new DOMParser().parseFromString(
e,"application/xml"),n=t.querySelector("parsererror");if(n){let r=(n.textContent??"").split(`
`);throw new Error(r.find(o=>/error.*\d/i.test(o))??"it is not well-formed")}return t.documentElement}function go(e,t){let n=Je(
e),r=n.anyOf?Je(n.anyOf.find(o=>Je(o).type!=="null")):n;return r.$ref?Je(t[r.$ref]):r}function Je(e){return typeof e=="o\
bject"?e:{}}function Se(e,t,n){let r=go(t,n);if(e.getAttributeNS($n,"nil")==="true")return null;let o=xt(r),s=[...e.children];
if(o.includes("array"))return s.map(a=>Se(a,r.items,n));if(s.length||o.includes("object")){let{properties:a={},additionalProperties:c}=r;
return Object.fromEntries(s.map(l=>[l.localName,Se(l,a[l.localName]??c,n)]))}let i=e.textContent??"";return o.includes("\
integer")||o.includes("number")?gt.test(i)?Number(i):i:o.includes("boolean")&&/^(true|false)$/i.test(i)?/^t/i.test(i):i}
function yo(e){return e.replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu,"�").replaceAll("&","&amp;").
replaceAll("<","&lt;").replaceAll(">","&gt;")}function $o(e){let t=e.replace(/[^\p{L}\p{N}_.-]/gu,"_");return/^[\p{L}_]/u.
test(t)?t:`_${t}`}function Ot(e,t,n=""){let r=$o(e);if(t===null)return`${n}<${r} xmlns:i="${$n}" i:nil="true"/>`;if(typeof t!=
"object")return`${n}<${r}>${yo(String(t))}</${r}>`;let o=Array.isArray(t)?t.map(i=>["item",i]):Object.entries(t);if(!o.length)
return`${n}<${r}/>`;let s=o.map(([i,a])=>Ot(i,a,`${n}  `));return[`${n}<${r}>`,...s,`${n}</${r}>`].join(`
`)}function bn(e){let t=0,n=!0,r="",o=(e.trim().match(ho)??[]).filter(s=>s.trim());return o.forEach((s,i)=>{let a=/^<[^!?]/.
test(s),c=!s.startsWith("<")||s.startsWith("<!["),l=s.startsWith("</");l&&(t-=1),r+=n||c?s:`
${"  ".repeat(t)}${s}`;let f=a&&!l&&!s.endsWith("/>");f&&(t+=1),n=c||f&&!!o[i+1]?.startsWith("</")}),r}var ne=class{constructor(t){this.source=t}};function wn(e){return JSON.parse(e,(n,r,o)=>typeof r=="number"&&o?.source?new ne(
o.source):r)}function ce(e){return typeof e=="object"&&e!==null&&!(e instanceof ne)}var bo=500,wo=2e5,xo=100;function xn(e,t){let n=t.trim().toLowerCase();if(!n)return[];let r=[],o=[{name:"",value:e,place:[]}];
for(let s=0;s<wo&&r.length<bo;s+=1){let i=o.pop();if(!i)break;let{name:a,value:c,place:l}=i;if([a,Oo(c)].some(m=>m.toLowerCase().
includes(n))&&r.push(l),!ce(c)||l.length===xo)continue;let f=Array.isArray(c),p=Object.entries(c).map(([m,h],$)=>({name:f?
"":m,value:h,place:[...l,$]}));for(let m of p.reverse())o.push(m)}return r}function Oo(e){return e instanceof ne?e.source:
ce(e)?"":String(e)}var St=100,On=40,Sn=2e3;function An(e,t,n){if(!ce(e))return Tn(t,So(e));let r=Array.isArray(e),o=Object.entries(e);if(!o.
length)return Tn(t,r?"[]":"{}");let[s,i]=r?["item","items"]:["property","properties"],a=`${o.length} ${o.length===1?s:i}`,
c=r?`[ ${a} ]`:`{ ${a} }`,l=d("span",{class:"callsheet-note"},c);return En([...t,l],o,r,n)}function Tn(e,t){return{element:d(
"div",{tabindex:"-1"},...e,t),open:()=>null}}function So(e){return e instanceof ne?d("span",{class:"mi"},e.source):d("sp\
an",{class:typeof e=="string"?"s2":"kc"},JSON.stringify(e))}function En(e,t,n,r){let o=d("div",{}),s=[],i=null,a=()=>{if(o.
firstChild)return;for(let[p,m]of t.slice(0,St)){let h=n?[]:[d("span",{class:"nt"},JSON.stringify(p)),": "],$=r&&t.length<=
On&&To(m)<=On,w=An(m,h,$);s.push(w),o.append(w.element)}let f=t.slice(St);f.length&&(i=En([`${f.length} more`],f,n,!1),o.
append(i.element))},c=d("details",{toggle:a},d("summary",{},...e),o),l=()=>{c.open=!0,a()};return r&&l(),{element:c,open(f){
return l(),s[f]??i?.open(f-St)??null}}}function To(e){return ce(e)?Object.keys(e).length:0}function kn(e){let t=An(e,[],
!0),n=d("div",{class:"callsheet-json highlight",dir:"ltr"},t.element);if(!ce(e))return n;let r=pe(),o=[],s=-1,i=()=>{for(let w of n.
querySelectorAll(".callsheet-found"))w.classList.remove("callsheet-found");if(!o.length)return;let h=t;for(let w of o[s])
h=h?.open(w)??null;let $=h?.element.querySelector(":scope > summary")??h?.element;$?.classList.add("callsheet-found"),$?.
scrollIntoView({block:"nearest"})},a=()=>{o=xn(e,f.value),s=0,c(),i()},c=()=>{f.value.trim()?r.textContent=o.length?`${s+
1} of ${o.length}`:"Not found":r.textContent=""},l=h=>{o.length&&(s=(s+h+o.length)%o.length,c(),i())},f=d("input",{type:"\
search",class:"callsheet-input","aria-label":"Find in the answer",placeholder:"Find in the answer",autocomplete:"off",spellcheck:"\
false",input:a,keydown(h){h.key!=="Enter"||h.ctrlKey||h.metaKey||(h.preventDefault(),l(h.shiftKey?-1:1))}}),p=(h,$)=>d("\
button",{type:"button",class:"callsheet-button",click:$},h),m=h=>{for(let $=0;$<Sn;){let w=[...n.querySelectorAll(h?"det\
ails:not([open])":"details[open]")].slice(0,Sn-$);if(!w.length)break;for(let x of w)x.open=h,x.dispatchEvent(new Event("\
toggle"));$+=w.length}};return d("div",{},d("p",{class:"callsheet-line"},f,r,p("Expand all",()=>m(!0)),p("Collapse all",
()=>m(!1))),n)}var Cn=2e5,Nn={iVBORw0KGgo:"image/png","/9j/":"image/jpeg",R0lGOD:"image/gif"},At=new Set;function Pn(e,t){let n=URL.createObjectURL(
new Blob([e],{type:t}));return At.add(n),n}function ze(){for(let e of At)URL.revokeObjectURL(e);At.clear()}function Et(e){
return e<1e3?`${e} byte${e===1?"":"s"}`:e<1e6?`${(e/1e3).toFixed(1)} kB`:`${(e/1e6).toFixed(1)} MB`}function kt(e){let t=`\
callsheet-status callsheet-status--${String(e)[0]}xx`;return d("span",{class:t},String(e))}function Ao({content:e,mediaType:t},n){
let r=C(t);if(!e.length)return d("p",{class:"callsheet-note"},"The answer has no body.");if(/^image\//.test(r))return Ln(
e,r);if(!vn(r,e))return d("p",{},`${Et(e.length)} of ${r||"no media type"}, which can be saved.`);let o=we(e,t);if(o.length>
Cn)return d("div",{},Tt(o.slice(0,Cn),null),d("p",{class:"callsheet-note"},"This is the beginning; save it to see the re\
st."));try{if(L(r))return Eo(o,n);if(U(r))return ae(o),Tt(bn(o),dt)}catch{}return Tt(o,null)}function vn(e,t){return/^text\//.
test(e)||L(e)||U(e)||/javascript|urlencoded/.test(e)?!0:!e&&!t.subarray(0,1e3).includes(0)}function Eo(e,t){let n=wn(e),
r=kn(n),o=t&&typeof n=="string"?ko(n):null;return o?d("div",{},Ln(...o),r):r}function ko(e){let t=Object.keys(Nn).find(n=>e.
startsWith(n));if(!t)return null;try{return[Uint8Array.from(atob(e),n=>n.charCodeAt(0)),Nn[t]]}catch{return null}}function Tt(e,t){
return d("pre",{class:"highlight",tabindex:"0",dir:"ltr","aria-label":"Body"},d("code",{},...mt(e,t)))}function Ln(e,t){
let n=d("figcaption",{},`${t}, ${Et(e.length)}`),r=d("img",{src:Pn(e,t),alt:"The image that the server sent",load(){n.append(
`, ${r.naturalWidth} × ${r.naturalHeight} pixels`)},error(){r.replaceWith(`It says that it is ${t}, but it cannot be sh\
own.`)}});return d("figure",{class:"callsheet-image"},r,n)}function Co({content:e,mediaType:t}){let n=Pn(e,"application/\
octet-stream");return d("a",{href:n,download:ht(t),class:"callsheet-button"},"Save")}function No(e){let{content:t,mediaType:n}=e;
if(!t.length)return[];let r=pe(),o=d("button",{type:"button",class:"callsheet-button",async click(){let a=await Fe(we(t,
n));r.textContent=a?"Copied":"Select the text to copy it"}},"Copy"),i=[...vn(C(n),t)?[o]:[],Co(e),r];return[d("p",{class:"\
callsheet-line"},...i)]}function Bn(e,t,n){let{status:r,reason:o,milliseconds:s,content:i,headers:a,mediaType:c}=e,l=a.map(
([p,m])=>d("tr",{},d("th",{scope:"row"},p),d("td",{},m))),f=c?`, ${c}`:"";return[d("p",{class:"callsheet-line"},kt(r),` ${o}\
 `,d("span",{class:"callsheet-note"},`${Math.round(s)} ms, ${Et(i.length)}${f}`)),Po(t),d("details",{},d("summary",{},`H\
eaders (${a.length})`),d("table",{class:"callsheet-headers"},d("tbody",{},...l))),Ao(e,n),...No(e)]}function Po({kind:e,
text:t,found:n}){let r=n.map(({path:o,expected:s,got:i})=>d("li",{},d("strong",{},o),`: expected ${s}, got ${i}`));return d(
"div",{class:`callsheet-verdict callsheet-verdict--${e}`},d("p",{},t),...r.length?[d("ul",{},...r)]:[])}var vo=20;function We(e){return C(e)===be?"application/json":e}function Rn(e,t,n,r,o,s){let[i,a]=[t,n].map(We);try{if(L(
i)&&U(a))return Ot(s,JSON.parse(e));if(U(i)&&L(a))return JSON.stringify(Se(ae(e),r,o),null,2)}catch{}return e}function _n(e,t,n,r){
if(!e.trim())return n?["The body is missing."]:[];let o=We(t),s;try{if(L(o))s=JSON.parse(e);else if(U(o))s=Se(ae(e),n,r);else
return[]}catch(i){return[`The body is no valid ${U(o)?"XML":"JSON"}: ${Ct(i)}.`]}return n?Oe(vo,ie(s,n,r)).map(({path:i,
expected:a,got:c})=>`${i}: expected ${a}, got ${c}.`):[]}function Ct(e){return e instanceof Error?e.message:String(e)}function Fn(e){
try{return Object.entries(JSON.parse(e)).map(([t,n])=>[t,typeof n=="string"?n:JSON.stringify(n)])}catch{return[]}}function jn(e){
try{return te(JSON.parse(e))}catch{return!1}}var Lo=20;function In(e,{status:t,mediaType:n,content:r}){let{statuses:o=[],ranges:s=[],gets:i=[],got:a,types:c={}}=e,l=[
...o,...s],f=s.some(h=>h==="default"||h[0]===String(t)[0]);if(l.length&&!o.includes(t)&&!f)return[{path:"status",expected:l.
join(" or "),got:String(t)}];let p=C(n);if(t===204||t===205||t===304||e.method==="HEAD")return[];if(t>=400)return L(p)&&
r.length?Dn(r,p,void 0,{}):[];let m=i.map(C);return m.length&&(p||a)&&!m.includes(p)?[{path:"media type",expected:m.join(
" or "),got:p||"none"}]:a&&!r.length?[{path:"body",expected:"a body",got:"nothing"}]:Dn(r,p,a,c)}function Dn(e,t,n,r){let o=we(
e,t);try{if(U(t))ae(o);else if(L(t)){let s=JSON.parse(o);return n?Oe(Lo,ie(s,n,r)).map(i=>({...i,path:`body ${i.path}`})):
[]}return[]}catch(s){return[{path:"body",expected:U(t)?"well-formed XML":"JSON",got:Ct(s)}]}}var Bo=401;function Mn(e,t,{faults:n,isChanged:r,isAnonymous:o}){let s=In(e,t),{status:i}=t,a=i>=400&&i<500,c=i===Bo&&o,
l=s.some(({path:m})=>m==="status");if(a&&(r||c)&&l){let m="Refused; your input is not that of the example";n.length?m="R\
efused, as your input is not what the page allows":c&&(m="Refused, as the request has no credentials: choose how to sign\
 in");let h=`. The page does not document ${i}.`;return{kind:"neutral",text:m+h,said:`refused, ${i} is not documented`,found:[]}}
if(s.length)return{kind:"bad",text:"Not as documented:",said:`${`${s.length} ${s.length===1?"difference":"differences"}`}\
 from the page`,found:s};let f=!!(e.statuses?.length||e.ranges?.length);return a&&f?{kind:"neutral",text:`Refused, as do\
cumented for ${i}.`,said:"refused as documented",found:s}:n.length&&i<400?{kind:"neutral",text:`As documented for ${i}, \
although the page does not allow this input.`,said:"as documented",found:s}:{kind:"good",text:f?`As documented for ${i}.`:
"The page documents no status.",said:"as documented",found:s}}var Ro={spaceDelimited:" ",pipeDelimited:"|"},_o={label:[".","."],matrix:[";",";"]};function Ke(e,{shape:t}){return t===
"object"?Un(e,t):t!=="array"?e:(e.startsWith("[")?Un(e,t):null)??e.split(",").map(r=>r.trim()).filter(Boolean)}function Un(e,t){
try{let n=JSON.parse(e);return Ve(n)===t?n:null}catch{return null}}function qe(e){return e===null?"":typeof e=="string"?
e:JSON.stringify(e)}function Hn(e){return(Array.isArray(e)?e:Object.entries(e).flat()).map(qe)}function Xn(e,t){let{name:n,
style:r="",explode:o}=e,s=Ke(t,e);if(s===null||typeof s=="string")return[[n,t]];if(r==="deepObject")return Nt(Array.isArray(
s)?`${n}[]`:n,s);if(o)return(Array.isArray(s)?s.map(c=>[n,c]):Object.entries(s)).map(([c,l])=>[c,qe(l)]);let i=Hn(s);return i.
length?[[n,i.join(Ro[r]??",")]]:[]}function Nt(e,t){return Array.isArray(t)?t.flatMap(n=>Nt(e,n)):te(t)?Object.entries(t).
flatMap(([n,r])=>Nt(`${e}[${n}]`,r)):[[e,qe(t)]]}function Vn(e,t){let{style:n="",explode:r}=e,o=encodeURIComponent(e.name),
s=Ke(t,e),i=n==="matrix",[a,c]=_o[n]??["",","];if(s===null||typeof s=="string"){let p=encodeURIComponent(t);return a+(i?
o+(p&&`=${p}`):p)}let l=p=>encodeURIComponent(qe(p));if(!r){let p=Hn(s).map(l).join(",");return p&&a+(i?`${o}=${p}`:p)}let f=Array.
isArray(s)?s.map(p=>(i?`${o}=`:"")+l(p)):Object.entries(s).map(([p,m])=>`${l(p)}=${l(m)}`);return f.length?a+f.join(c):""}var Fo=/auth(?!or(?!iz))|token|cookie|secret|passw|pwd|(api|access|private)[_-]?key|credential|session|^(so[_-]?)?ticket$/i;
function G(e){return Fo.test(e)}function Te(e){let{password:t,token:n,key:r}=A.get();return[t,n,r].some(o=>o&&e.includes(
o))}var jo=new Map([["int32","numeric"],["int64","numeric"],["double","decimal"]]),Do=/^(accept-(charset|encoding)|access-control-.*|connection|content-length|cookie2?|date|dnt|expect|host|keep-alive|origin|proxy-.*|referer|sec-.*|set-cookie|te|trailer|transfer-encoding|upgrade|via)$/i,
Io=/^[\t\x20-\x7e]*$/,Jn=0;function Y(){return Jn+=1,`callsheet-console-${Jn}`}function H(e,t,n=""){let r=Y(),o=d("span",
{id:`${r}-fault`,class:"callsheet-fault",hidden:!0});return t.id=r,t.setAttribute("aria-describedby",`${r}-hint ${r}-fau\
lt`),{element:d("div",{class:"callsheet-field"},d("label",{for:r},e),d("div",{},t,d("span",{id:`${r}-hint`,class:"callsh\
eet-note",hidden:!n},n),o)),blame(i){return o.textContent=i,o.hidden=!i,t.setAttribute("aria-invalid",String(!!i)),i}}}function D(e,t=e){
return d("option",{value:e},t)}function zn({type:e,shape:t}){return e==="array"||t==="array"}function Mo(e){let{name:t,type:n,
values:r,required:o}=e;if(r?.length||n==="bool"){let i=r?.length?r:["true","false"];return d("select",{},D("",o?"Choose \
…":"not sent"),...i.map(a=>D(a)))}let s={placeholder:Uo(e),autocomplete:"off",spellcheck:"false"};return d("input",{type:G(
t)?"password":"text",inputmode:jo.get(n??"")??"text",...s})}function Uo(e){return e.type==="date-time"?"2026-11-21T09:30\
:00Z":zn(e)?"one, two":e.shape==="object"?'{"key": "value"}':e.required?"":"not sent"}function Ge(e,t,n){let{name:r,type:o,
required:s,shape:i}=e,a=Mo(e),c=t==="header"&&Do.test(r),l=[o,s&&"required",zn(e)&&"commas between the values",i==="obje\
ct"&&"an object in JSON",c&&"set by the browser itself"],{element:f,blame:p}=H(r,a,l.filter(Boolean).join(", "));s&&a.setAttribute(
"aria-required","true"),a.disabled=c;let m=()=>p(Ho(e,t,a));return a.addEventListener("input",()=>{a.getAttribute("aria-\
invalid")==="true"&&m(),n()}),a.addEventListener("change",()=>ee(m)),{name:r,place:t,element:f,check:m,isSendable:()=>!Wn(
t,a.value),get:()=>c?"":a.value,set(h){let $=a instanceof HTMLSelectElement?[...a.options]:null;h&&$&&!$.some(w=>w.value===
h)&&a.append(D(h)),a.value=h,p("")}}}function Ho(e,t,n){let{name:r,required:o}=e,s=n.value;return s?Xo(e,t,s):o&&!n.disabled?
`${r} is required.`:""}function Xo({name:e,type:t,values:n,shape:r},o,s){let i=Wn(o,s);if(i)return`${e}: ${i}.`;if(r==="\
object"&&Ke(s,{shape:r})===null)return`${e}: expected an object in JSON.`;let a=hn(s,t,n);return a&&`${e}: expected ${a}\
.`}function Wn(e,t){if(e==="path"&&/^\.{1,2}$/.test(t))return`a path cannot have ${t} in it`;let n=Io.test(t)&&t===t.trim();
return e==="header"&&!n?"expected one line of ASCII characters":""}var Pt="••••••",Kn={name:"file",type:"application/octet-stream"};function ge(e){let t=n=>encodeURIComponent(
n).replaceAll("%24","$");return e.map(([n,r])=>`${t(n)}=${t(r)}`).join("&")}function j({base:e,path:t,query:n}){return e+
t+(n.length?`?${ge(n)}`:"")}function qn(e,t){return e.split(/\{([^{}/]+)\}/).map((n,r)=>r%2?t(n):encodeURI(n).replaceAll(
"%25","%")).join("")}function Gn(e,t){let n=s=>s.map(([i,a])=>{let c=G(i)||i===e.keyField;return[i,c?Pt:a]}),r={...e,headers:n(
e.headers),query:n(e.query)};if(!t||!e.authorization)return r;let[o]=e.authorization.split(" ");return{...r,basic:e.basic&&
[e.basic[0],Pt],authorization:`${o} ${Pt}`}}function Yn(e){let{body:t}=e;if(!t)return{...e,body:null};let{file:n,files:r,
...o}=t;return{...e,body:{...o,...n!==void 0&&{file:n??Kn},...r&&{files:r.map(([s,i])=>[s,i??Kn])}}}}var Qn={};window.callsheetFiles=e=>{Qn=e};async function er(){try{await je("console/files.js")}catch(e){reportError(e)}}
function vt(e){let t=C(e),n=Qn[t];if(!n)return null;let[r,o]=n;return new File([Uint8Array.from(atob(o),s=>s.charCodeAt(
0))],r,{type:t})}function Zn({name:e,size:t}){return`${e} (${t.toLocaleString("en")} bytes)`}function Lt(e,t,n){let r=vt(
t),o=d("input",{type:"file"}),s=d("span",{class:"callsheet-note",role:"status"}),i=d("button",{type:"button",class:"call\
sheet-button",hidden:!0},""),{element:a,blame:c}=H(e,o,"Or drop a file here.");o.after(s,i),a.classList.add("callsheet-d\
rop");let l=()=>o.files?.[0]??null,f=()=>l()??r,p=()=>c(f()?"":`${e}: choose a file.`),m=()=>{let x=l();x?s.textContent=
`Sends your ${Zn(x)}.`:s.textContent=r?`Sends ${Zn(r)} of this site.`:"No file is chosen.",a.classList.toggle("callsheet\
-drop--ready",!x&&r!==null),i.hidden=!x||!r,i.textContent=`Send ${r?.name} instead`,f()&&c("")},h=()=>{m(),n()},$=()=>{o.
value="",m()};o.addEventListener("change",h),i.addEventListener("click",()=>{$(),o.focus(),n()});let w=x=>a.classList.toggle(
"callsheet-drop--over",x);return a.addEventListener("dragover",x=>{x.dataTransfer?.types.includes("Files")&&(x.preventDefault(),
w(!0))}),a.addEventListener("dragleave",()=>w(!1)),a.addEventListener("drop",x=>{w(!1),x.dataTransfer?.files.length&&(x.
preventDefault(),o.files=x.dataTransfer.files,h())}),m(),{name:e,element:a,check:p,get:f,own:()=>l()?.name??"",drop:$,retype(x){
r=vt(x)??vt(t),m()}}}async function tr(e,t){let{body:n,sends:r=[]}=e;if(!n||/^(GET|HEAD)$/.test(e.method))return null;let o=r.find(p=>C(p)===
C(n.type)),s=[...new Set([...r.map(p=>p===o?n.type:p),...o||!n.type?[]:[n.type]])],i=d("select",{},...s.map(p=>D(p))),a=H(
"Content-Type",i);(n.file||n.parts?.files.length)&&await er();let c=Vo(e,n,t);i.addEventListener("change",()=>{c.retype?.(
i.value),t()});let f={element:d("fieldset",{},d("legend",{},`Body: ${n.name}`),...s.length?[a.element]:[],...c.elements),
type:()=>i.value,check:()=>c.check(i.value),content:()=>c.content(i.value),text:c.text,set(p,m){s.includes(p)&&(i.value=
p),c.set?c.set(i.value,m):c.retype?.(i.value)},fill(p){f.set(p.type||s[0],p.text??""),c.setFields?.(p.parts?.fields??[]),
f.dropFiles()},isSendable:()=>c.isSendable?.(i.value)??!0,fields:c.fields,setFields:c.setFields,files:()=>(c.files??[]).
map(({own:p})=>p()).filter(Boolean),dropFiles(){for(let p of c.files??[])p.drop()}};return f}function Vo(e,t,n){return t.
file?zo(t.file,n):t.parts?Wo(t.parts,n):Jo(e,t,n)}function Jo({sent:e,types:t={}},n,r){let o=Y(),s=d("ul",{id:o,class:"c\
allsheet-faults",hidden:!0}),i=pn(`Body: ${n.name}`,o,()=>{s.hidden||c(a),r()}),a="",c=f=>{let p=_n(i.get(),f,e,t);return s.
replaceChildren(...p.map(m=>d("li",{},m))),s.hidden=!p.length,i.area.setAttribute("aria-invalid",String(!!p.length)),p};
i.area.addEventListener("blur",()=>ee(()=>c(a)));let l=(f,p)=>{a=f,i.set(p,We(f)),s.hidden=!0,i.area.setAttribute("aria-\
invalid","false")};return{elements:[i.area,s],check:c,text:i.get,set:l,retype(f){l(f,Rn(i.get(),a,f,e,t,n.name))},content(f){
let p=i.get();return C(f)===be?{form:Fn(p)}:{text:p}},isSendable:f=>C(f)!==be||jn(i.get())}}function zo(e,t){let n=Lt("F\
ile",e,t);return{elements:[n.element],check:()=>[n.check()].filter(Boolean),content(r){let o=n.get();return C(r)!==fn?{file:o}:
{fields:[],files:[["file",o]]}},retype:n.retype,files:[n]}}function Wo({fields:e,files:t},n){let r=e.map(([i])=>Ge({name:i},
"query",n)),o=t.map(([i,a])=>Lt(i,a,n)),s=()=>r.map(({name:i,get:a})=>[i,a()]).filter(([,i])=>i);return{elements:[...r,...o].
map(({element:i})=>i),check:()=>o.map(i=>i.check()).filter(Boolean),content:()=>({fields:s(),files:o.map(i=>[i.name,i.get()])}),
fields:s,setFields(i){let a=[...i];for(let c of r){let l=a.findIndex(([f])=>f===c.name);c.set(l<0?"":a.splice(l,1)[0][1])}},
files:o}}var Ye=De("localStorage","callsheet.workspace"),Ko="http://127.0.0.1:8765";function Bt(e){let t;try{t=new URL(e,location.
protocol==="file:"?void 0:location.origin)}catch{return null}let{protocol:n,username:r,password:o,search:s,hash:i}=t;return!/^https?:$/.
test(n)||r||o||s||i?null:t.href.replace(/\/+$/,"")}function Rt(e){return e===lt}async function qo(){if(location.protocol===
"file:")return!1;try{return(await fetch(location.pathname,{method:"HEAD",credentials:"omit"})).headers.has("X-Request-Id")}catch{
return!1}}async function nr({servers:e,sandbox:t,base:n=""}){let o=t&&location.protocol!=="file:"?[{url:lt,name:"In this\
 page"}]:[],s=e.flatMap(({url:p,name:m})=>{let h=Bt(p);return h?[{url:h,name:m}]:[]}),a=(s.some(({url:p})=>p===location.
origin)||!e.length)&&await qo();if(e.length)return[...s.map(m=>({...m,isReference:a&&m.url===location.origin})),...o];let c=location.
origin+n,l=a?[{url:c,name:"This site",isReference:a}]:[],f={url:Ko+n,name:"This machine",isReference:!0};return[...o,...l,
f].filter(({url:p},m,h)=>h.findIndex($=>$.url===p)===m)}function Go(){let e=Ye.get();if(e!==null)return e;let t=`reader-${[
...crypto.getRandomValues(new Uint32Array(3))].map(n=>n.toString(36)).join("")}`;return Ye.set(t),t}function rr({any:e},t,n){
let{base:r}=A.get(),o=r?Bt(r):null,s=O=>t.some(T=>T.url===O),i=t.map(({url:O,name:T})=>D(O,Rt(O)?T:T?`${T} (${O})`:O)),a=d(
"datalist",{id:Y()},...e?i:[]),c=e?d("input",{type:"url",autocomplete:"off",spellcheck:"false",list:a.id}):d("select",{},
...i),l=o&&!e&&!s(o)?`Of your values, ${o} is not among the addresses that this site allows.`:"",{element:f,blame:p}=H("\
Server",c,l);e&&f.append(a);let m=d("input",{autocomplete:"off",spellcheck:"false"}),h=H("Workspace",m,"Your changes sta\
y apart from those of other readers. Empty for the one that all share.");c.value=o&&(e||s(o))?o:t[0]?.url??"";let $=()=>{
let O=Bt(c.value);return O&&(e||s(O))?O:null},w=()=>t.some(({url:O,isReference:T})=>T&&O===$()),x=()=>{h.element.hidden=
!w(),w()&&!m.value&&(m.value=Go())};m.addEventListener("input",()=>{h.blame(/^[\x20-\x7e]*$/.test(m.value)?"":"Workspace\
: expected ASCII characters."),Ye.set(m.value.trim()),n()}),x();let E=()=>p($()?"":"Server: expected an address such as \
https://example.com/tenant.");return c.addEventListener("change",()=>{E()||A.set("base",$()??""),ee(x),n()}),{elements:[
f,h.element],check:E,get:$,workspace:()=>w()&&/^[\x20-\x7e]*$/.test(m.value)?m.value.trim():"",set(O,T){(e||s(O))&&(c.value=
O),x(),!(!w()||m.value===T)&&(m.value=T,Ye.set(T))}}}function _t(e){let[,t=""]=/^Basic (\S+)$/i.exec(e)??[];try{let[,n,r]=/^([^:]*):([\x20-\x7e]*)$/.exec(atob(t))??[];return n&&
/^[\x20-\x7e]+$/.test(n)?[n,r]:null}catch{return null}}function Yo(e){return e==="Basic"?"Basic: user and password":e===
ct?"API key: a header field":`${e}: token`}function or(e){return/^(example|none)$/.test(e)?[]:e==="Basic"?["user","passw\
ord"]:e===ct?["keyName","key"]:["token"]}function sr(e,t){let[n]=_t(e.authorization??"")??[],r=d("select",{},...e.authorization?
[D("example",n?`As ${n}, as in the example`:"As in the example")]:[],...sn().map(h=>D(h,Yo(h))),D("none","No credentials")),
o=H("Sign in",r),s=()=>or(r.value).length>0,i=[Ae("user","User","text"),Ae("password","Password","password"),Ae("token",
"Token","password"),Ae("keyName","Header field","text","X-API-Key"),Ae("key","Key","password")],a=d("button",{type:"butt\
on",class:"callsheet-button",click(){A.forget(),p(),t()}},"Forget"),c=d("p",{class:"callsheet-note callsheet-line"},"The\
y stay in this tab, and go only to the server above. ",a),l=()=>{let h=or(r.value);for(let{name:$,element:w}of i)w.hidden=
!h.includes($);c.hidden=!h.length},f=()=>{let h=A.get();for(let $ of i)$.fill(h[$.name]??"")},p=()=>{let h=A.get();ft(h)?
r.value=h.scheme??"Basic":r.value=e.authorization?"example":"none",f(),l()},m=()=>{s()&&A.set("scheme",r.value),l()};return r.
addEventListener("change",()=>{m(),t()}),p(),{element:d("fieldset",{},d("legend",{},"Credentials"),o.element,...i.map(({
element:h})=>h),c),fill:f,isOwn:s,choice:()=>r.value,choose(h){h!==r.value&&(r.value=h,m())},field(){return r.value==="n\
one"?null:s()?ft({...A.get(),scheme:r.value}):e.authorization?["Authorization",e.authorization]:null},check:()=>i.map(({
element:h,check:$})=>h.hidden?"":$()).filter(Boolean)}}function Ae(e,t,n,r=""){let o=d("input",{type:n,autocomplete:"off",
spellcheck:"false",placeholder:r}),{element:s,blame:i}=H(t,o),a=e==="user"||e==="password"?null:Re[e],c=l=>!a||a.test(l);
return o.addEventListener("input",()=>{let l=o.value.trim(),f=!l||c(l);i(f?"":`${t}: expected ${e==="keyName"?"letters, \
digits, - and _":"letters, digits and . _ ~ + / = : -"} only.`),A.set(e,f?l:"")}),{name:e,element:s,fill(l){o!==document.
activeElement&&(o.value=l,i(""))},check(){let l=o.value.trim()||r,f=l&&c(l);return i(f?"":`${t} is required, or choose a\
nother way to sign in.`)}}}var Zo="Callsheet-Workspace";async function ir(e,t,n){let r=await nr(t),o=new Map,s=[["path",e.path],["query",e.query],[
"header",e.headers]];for(let[i,a=[]]of s)for(let c of a)o.set(Ge(c,i,n),c);return{data:e,parameters:o,server:rr(t,r,n),body:await tr(
e,n),signing:sr(e,n),accept:Qo(e,n)}}function Qo({gets:e=[],accept:t},n){if(!e.length)return null;let r=d("select",{change:n},
...e.map(o=>D(o)));return r.value=e.find(o=>o===t)??e.find(L)??e[0],{element:H("Accept",r).element,control:r}}function Ze({
data:e,parameters:t,body:n},r){e.body&&n?.fill(e.body);for(let[o,{value:s=""}]of t)o.set(o.place==="path"&&r[`path:${o.name}`]||
s)}function le({parameters:e},t){return[...e.keys()].filter(n=>n.place===t)}function ye(e){let{data:t,parameters:n,server:r,
body:o,signing:s,accept:i}=e,a=E=>{let O=le(e,"path").find(M=>M.name===E),T=O&&n.get(O),_=O?.get()??"";return T?.style?Vn(
T,_):encodeURIComponent(_)},c=E=>le(e,E).filter(O=>O.get()).flatMap(O=>{let T=n.get(O);return E==="query"&&T?.style?Xn(T,
O.get()):[[O.name,O.get()]]}),l=o?.content()??null,f=o&&l&&!l.files?o.type():"",p=c("header");f&&p.unshift(["Content-Typ\
e",f]),i&&p.unshift(["Accept",i.control.value]);let m=s.field(),h=m?.[0]==="Authorization"?m[1]:"",$=m&&!h?m[0]:"",w=p.filter(
([E])=>E.toLowerCase()!==$.toLowerCase()),x=r.workspace();return{method:t.method,base:r.get()??"",path:qn(t.route,a),query:c(
"query"),headers:[...w,...m&&$?[m]:[],...x?[[Zo,x]]:[]],contentType:f,body:l,authorization:h,keyField:$,basic:_t(h)}}function Qe({
server:e,parameters:t,body:n,signing:r}){let o=[...t.keys()].map(s=>s.check());return[e.check(),...o,...n?.check()??[],...r.
check()].filter(Boolean)}function Ft({server:e,parameters:t,body:n}){return!!e.get()&&[...t.keys()].every(r=>r.isSendable())&&
(n?.isSendable()??!0)}function ar(e){let t=A.get(),n=le(e,"path").filter(({get:o})=>Re.path.test(o())),r=n.filter(o=>{let s=t[`\
path:${o.name}`]??e.parameters.get(o)?.value;return o.get()!==s});return r.length?(A.setHere(n.map(({name:o,get:s})=>[`p\
ath:${o}`,s()])),r.map(({name:o,get:s})=>`${o} ${s()}`)):[]}var es=6;function cr(e,t){let{data:n,parameters:r,server:o,body:s,signing:i,accept:a}=e,c=F=>{let{required:Le,value:Be}=r.
get(F)??{};return!!(Le||Be)},l=le(e,"query"),f=d("h2",{tabindex:"-1",id:Y()},"Try it"),p=d("button",{type:"button",class:"\
callsheet-icon","aria-label":"Close the console"},"×"),m=d("p",{role:"status",class:"callsheet-say callsheet-say--quiet"}),
h=d("button",{type:"submit",class:"callsheet-button callsheet-primary",title:"Ctrl+Enter","aria-keyshortcuts":"Control+E\
nter Meta+Enter"},"Send",d("kbd",{"aria-hidden":"true"},"Ctrl ↵")),$=Dt("Send anyway"),w=Dt("Reset to the example"),x=Dt(
"Cancel"),E=Y();h.setAttribute("form",E);let O=d("div",{class:"callsheet-answer"}),T=d("div",{}),_=d("form",{novalidate:!0,
id:E},...o.elements,...jt("Path",le(e,"path")),...jt("Query",l,l.length>es&&!l.some(c)),...s?[s.element]:[],...a?[a.element]:
[],i.element,...jt("More headers",le(e,"header"),!0),d("p",{class:"callsheet-line"},x,$,w));if(n.body&&!s){let F=`Browse\
rs send no body with ${n.method}.`;_.append(d("p",{class:"callsheet-note"},F))}return{section:d("section",{class:"callsh\
eet-console",id:Y(),"aria-labelledby":f.id,"data-search-exclude":!0},d("div",{class:"callsheet-console-bar"},f,d("p",{class:"\
callsheet-url"},_e(n.method),t.address),h,p),d("div",{class:"callsheet-console-columns"},_,d("div",{class:"callsheet-con\
sole-beside"},m,O,t.element,T))),form:_,title:f,status:m,answer:O,history:T,sendButton:h,anywayButton:$,resetButton:w,cancelButton:x,
closeButton:p}}function jt(e,t,n=!1){if(!t.length)return[];let r=t.map(({element:o})=>o);return n?[d("details",{},d("sum\
mary",{},`${e} (${t.length})`),d("fieldset",{"aria-label":e},...r))]:[d("fieldset",{},d("legend",{},e),...r)]}function Dt(e){
return d("button",{type:"button",class:"callsheet-button",hidden:!0},e)}var ts=2e4;function lr(e){return e.length>ts||Te(e)||(e.match(/"([^"\\]|\\.)*"(?=\s*:)|<[\w:.-]+/g)??[]).some(n=>G(n.replace(
/["<]/g,"")))?void 0:e}function et(e,t){return!G(e)&&!Te(t)}function fr({place:e,name:t}){return`${e}:${t}`}function fe({
parameters:e,server:t,body:n,signing:r,accept:o}){let s=[...e.keys()].filter(h=>h.get()),i=s.filter(h=>et(h.name,h.get())),
a=n?.text?.(),c=a===void 0?void 0:lr(a),l=n?.fields?.(),f=l?.filter(([h,$])=>et(h,$)&&lr($)!==void 0),m=[...[...s.filter(
h=>!i.includes(h)).map(({name:h})=>h),...l?.filter(h=>!f?.includes(h)).map(([h])=>h)??[]],...a!==void 0&&c===void 0?["th\
e body"]:[],...(n?.files()??[]).map(h=>`the file ${h}`)];return{base:t.get()??"",workspace:t.workspace(),fields:i.map(h=>[
fr(h),h.get()]),accept:o?.control.value??"",sign:r.choice(),credentials:r.isOwn()?A.get().mark??"":"",type:n?.type()??"",
...c!==void 0&&{text:c},...f&&{parts:f},lacks:m}}function Ee({base:e,workspace:t,credentials:n,...r}){return JSON.stringify(
r)}function It(e,t){let{parameters:n,server:r,body:o,signing:s,accept:i}=e,a=new Map(t.fields);for(let p of n.keys())p.set(
a.get(fr(p))??"");r.set(t.base,t.workspace),i&&(i.control.value=t.accept),s.choose(t.sign),o?.dropFiles(),o?.set(t.type,
t.text??""),o?.setFields?.(t.parts??[]);let c=fe(e),l=p=>JSON.stringify(c[p])!==JSON.stringify(t[p]),f=[...t.lacks];return l(
"base")?f.push(`the server ${t.base}`):l("workspace")&&f.push(`the workspace ${t.workspace}`),l("sign")?f.push(`the sign\
-in ${t.sign}`):l("credentials")&&f.push("the credentials"),(l("fields")||l("parts"))&&f.push("fields that this page no \
longer has"),(l("accept")||l("type"))&&f.push("a media type that this page no longer has"),f}var ns=20,rs=20;function ur(e,t){let n=De("sessionStorage",e);return{get(){try{let r=JSON.parse(n.get()??"");return Array.
isArray(r)?r.filter(({state:o})=>o?.fields):[]}catch{return[]}},set(r){n.set(r.length?JSON.stringify(r.slice(0,t)):null)}}}
var tt=ur("callsheet.history",ns),ke={get:tt.get,add(e){tt.set([e,...tt.get()])},clear(){tt.set([])}},Mt=ur("callsheet.d\
rafts",rs),nt={get:e=>Mt.get().find(t=>t.uid===e)?.state,set(e,t){let n=Mt.get().filter(r=>r.uid!==e);Mt.set(t?[{uid:e,state:t},
...n]:n)}};function dr(e,t,n,r){let o=n.query.filter(([i,a])=>et(i,a)),s=n.path+(o.length?`?${ge(o)}`:"");return{uid:e,status:r,
time:new Date().toTimeString().slice(0,8),page:location.pathname,method:n.method,target:Te(n.path)?"…":s,state:t}}function pr(e,t,n){let r=ke.get(),o=a=>d("span",{class:"callsheet-note"},a),s=r.map(a=>d("li",{},_e(a.method),d("code",{},
a.target),a.status?kt(a.status):o("no answer"),o(a.time),a.uid===e?d("button",{type:"button",class:"callsheet-button",click:()=>t(
a),"aria-label":`Repeat ${a.method} ${a.target}`},"Repeat"):d("a",{href:a.page},"Its page"))),i=d("button",{type:"button",
class:"callsheet-button",click:n},"Clear");return d("details",{class:"callsheet-history",hidden:!r.length},d("summary",{},
`History of this session (${r.length})`),d("ul",{},...s),d("p",{class:"callsheet-line"},i,o("Secrets, files, and bodies \
above 20 kB are not remembered.")))}var Ce=/(?! )[\p{C}\p{Z}]/gu,Ut={"\n":"\\n","\r":"\\r","	":"\\t"},os=50;function rt(e,t){return e.toString(16).padStart(
t,"0")}function ss(e){let t=e.codePointAt(0)??0;return t<=255?`\\x${rt(t,2)}`:t<=65535?`\\u${rt(t,4)}`:`\\U${rt(t,8)}`}function B(e){
let t=e.split('"').length>e.split("'").length?"'":'"',n=e.replaceAll("\\","\\\\").replaceAll(t,`\\${t}`).replace(Ce,r=>Ut[r]??
ss(r));return t+n+t}function is(e){return e.split("").map(t=>`\\u${rt(t.charCodeAt(0),4)}`).join("")}function P(e){return`\
"${e.replaceAll("\\","\\\\").replaceAll('"','\\"').replaceAll("</","<\\/").replace(Ce,n=>Ut[n]??is(n))}"`}function I(e){
return P(e).replaceAll("<\\/","</")}function X(e){return mr(e)?`'${e.replace(/[\\']/g,"\\$&")}'`:`"${e.replace(/[\\"$]/g,
"\\$&").replace(Ce,n=>{let r=n.codePointAt(0)??0;return Ut[n]??`\\u{${r.toString(16)}}`})}"`}var as={"\n":"`n","\r":"`r",
"	":"`t"};function R(e){return mr(e)?`'${e.replace(/['\u2018-\u201b]/g,"$&$&")}'`:`"${e.replace(/[`$"\u201c-\u201e]/g,"`\
$&").replace(Ce,n=>{let r=n.codePointAt(0)??0;return as[n]??`\`u{${r.toString(16)}}`})}"`}function mr(e){return e.search(
Ce)<0}function K(e){return/^[A-Za-z0-9_./:@%+,-]+$/.test(e)?e:`'${e.replaceAll("\0","�").replaceAll("'","'\\''")}'`}function ot(e,t){
try{JSON.parse(e)}catch{return!1}let n=0;for(let{token:r}of xe(e,Ie)){r==="{"||r==="["?n+=1:(r==="}"||r==="]")&&(n-=1);let o=/^-?\d/.
test(r)?Math.abs(Number(r)):0;if(n>os||!Number.isFinite(o)||/^-?\d+$/.test(r)&&o>t)return!1}return!0}function hr(e,t){let n="";
for(let{token:r,end:o}of xe(e,Ie)){let s=r[0]==='"'&&/^\s*:/.test(e.slice(o,o+99));n+=t(r,s)}return n.trim()}var cs={true:"\
True",false:"False",null:"None"};function gr(e){return hr(e,t=>t[0]==='"'?B(JSON.parse(t)):cs[t]??t)}function yr(e){return hr(
e,(t,n)=>{if(t[0]!=='"')return t;let r=JSON.parse(t);return n&&r==="__proto__"?'["__proto__"]':P(r)})}function $r(e){return e.
match(/[^\n]*\n|[^\n]+$/g)??[""]}function st(e,t){return e.replaceAll(`
`,`
${t}`)}function br(e){let{method:t,basic:n,body:r}=e,o=J(e),[s,i]=Me(e),a=s.map(([p,m])=>`request.Headers.TryAddWithoutValidati\
on(${I(p)}, ${I(m)});`),c=[];if(n){c.push("System.Net.Http.Headers","System.Text");let p=`Encoding.UTF8.GetBytes(${I(n.join(
":"))})`;a.push(`request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(${p}));`)}
r&&a.push(...ls(r,i,c));let l=o?`await File.WriteAllBytesAsync(${I(o)}, await response.Content.ReadAsByteArrayAsync());`:
"Console.WriteLine(await response.Content.ReadAsStringAsync());",f=[...new Set(c)].sort().map(p=>`using ${p};`);return`${f.
length?`${N(f)}
`:""}using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(${V}) };
using var request = new HttpRequestMessage(new HttpMethod(${I(t)}), ${I(j(e))});
${N(a)}
using var response = await client.SendAsync(request);
Console.WriteLine($"{(int)response.StatusCode} {response.ReasonPhrase}");
${l}
`}function ls(e,t,n){let r=i=>`await File.ReadAllBytesAsync(${I(i)})`,o=i=>i?` { Headers = { ContentType = MediaTypeHead\
erValue.Parse(${I(i)}) } }`:"";if(n.push("System.Net.Http.Headers"),e.form)return[`request.Content = new FormUrlEncodedC\
ontent([${e.form.map(a=>`new(${a.map(I).join(", ")})`).join(", ")}]);`];if(e.file)return[`request.Content = new ByteArra\
yContent(${r(e.file.name)})${o(t)};`];if(!e.files)return n.push("System.Text"),[`request.Content = new ByteArrayContent(${`\
Encoding.UTF8.GetBytes(${fs(e.text??"")})`})${o(t)};`];let s=["var form = new MultipartFormDataContent();"];for(let[i,a]of e.
fields??[])s.push(`form.Add(new StringContent(${I(a)}), ${I(i)});`);for(let[i,a]of e.files){let c=`new ByteArrayContent(${r(
a.name)})${o(a.type)}`;s.push(`form.Add(${c}, ${I(i)}, ${I(a.name)});`)}return[...s,"request.Content = form;"]}function fs(e){
return!he(e)||e.includes('"""')?I(e):`"""
${e}
"""`}function wr(e){let{method:t,body:n,basic:r}=e,o=j(e),s=J(e),i=c=>`"${c.replace(/[\\"]/g,"\\$&")}"`,a=[`curl --silent --s\
how-error --max-time ${V}${/[[\]{}]/.test(o)?" --globoff":""}`];t==="HEAD"?a.push("--head"):t!==(n?"POST":"GET")&&a.push(
`--request ${K(t)}`),r&&a.push(`--user ${K(r.join(":"))}`);for(let[c,l]of z(e))a.push(`--header ${K(l?`${c}: ${l}`:`${c}\
;`)}`);if(!n&&/^(POST|PUT|PATCH)$/.test(t)&&a.push("--header 'Content-Length: 0'"),n?.form){for(let[c,l]of n.form)a.push(
`--data-urlencode ${K(`${encodeURIComponent(c)}=${l}`)}`);n.form.length||a.push("--data ''")}else if(n?.file)a.push(`--d\
ata-binary ${K(`@${n.file.name}`)}`);else if(n?.files){for(let[c,l]of n.fields??[])a.push(`--form-string ${K(`${c}=${l}`)}`);
for(let[c,{name:l,type:f}]of n.files)a.push(`--form ${K(`${c}=@${i(l)}${f?`;type=${f}`:""}`)}`)}else n&&(e.contentType||
a.push("--header Content-Type:"),a.push(`--data-raw ${K(n.text??"")}`));return s&&a.push(`--output ${s}`),a.push(K(o)),`${a.
join(` \\
  `)}
`}function xr(e){let{method:t,base:n,path:r,query:o,body:s,authorization:i}=e,{host:a,pathname:c}=new URL(n),l=c.replace(/\/$/,
"")+r+(o.length?`?${ge(o)}`:""),m=[["Host",a],...i?[["Authorization",i]]:[],...e.headers].map(([$,w])=>`${$}: ${w}`),h=Or(
s);return`${t} ${l} HTTP/1.1
${N(m)}${h?`
${h}
`:""}`}function Or(e){return e?.form?ge(e.form):e?.text!==void 0?e.text:e?.file?`< ${e.file.name}`:e?.files?.map(([t,{name:n}])=>`\
< ${t}: ${n}`).join(`
`)}function Sr(e){let{method:t,body:n}=e,r=c=>c.replaceAll("{{","%7B%7B"),o=e.authorization,s=z({...e,basic:null,authorization:o});
n?.files&&s.push(["Content-Type",`multipart/form-data; boundary=${me}`]);let i=s.map(([c,l])=>`${c}: ${l}`),a=n?.files?Ue(
n).map(c=>typeof c=="string"?c.replaceAll(`\r
`,`
`):`< ./${c.file}`).join(""):n?.file?`< ./${n.file.name}`:Or(n);return`${t} ${r(j(e))}
${N(i)}${a?`
${a.trimEnd()}
`:""}`}function Ht(e){let{method:t,body:n,basic:r}=e,o=J(e),s=[],i=t==="GET"?[]:[`method: ${P(t)},`],a=z(e).map(([m,h])=>`  ${P(
m)}: ${P(h)},`);r&&a.push(`  Authorization: \`Basic \${btoa(${P(r.join(":"))})}\`,`),a.length&&i.push("headers: {",...a,
"},");let c=([m,h])=>`[${P(m)}, ${P(h)}]`;if(n?.form)i.push(`body: new URLSearchParams([${n.form.map(c).join(", ")}]),`);else if(n?.
file)i.push(`body: await readFile(${P(n.file.name)}),`);else if(n?.files){s.push("const form = new FormData();");for(let[
m,h]of n.fields??[])s.push(`form.append(${P(m)}, ${P(h)});`);for(let[m,{name:h,type:$}]of n.files)s.push(`form.append(${P(
m)}, new Blob([await readFile(${P(h)})], { type: ${P($)} }), ${P(h)});`);i.push("body: form,")}else n&&i.push(`body: ${us(
n.text??"",e)},`);i.push(`signal: AbortSignal.timeout(${V}_000),`);let l=[(n?.file||n?.files?.length)&&"readFile",o&&"wr\
iteFile"].filter(Boolean),f=l.length?`import { ${l.join(", ")} } from "node:fs/promises";

`:"",p=o?`await writeFile(${P(o)}, Buffer.from(await response.arrayBuffer()));`:"console.log(await response.text());";return`${f}${N(
s)}const response = await fetch(${P(j(e))}, {
${N(i.map(m=>`  ${m}`))}});
console.log(response.status, response.statusText);
${p}
`}function us(e,{contentType:t}){return L(t)&&ot(e,Number.MAX_SAFE_INTEGER)?`JSON.stringify(${st(yr(e),"  ")})`:t?P(e):`\
new TextEncoder().encode(${P(e)})`}function Tr(e){let{method:t,body:n,basic:r}=e,o=J(e),s=ds(e),i=z(e).map(([l,f])=>f?`${l}: ${f}`:`${l};`);Ar(n)?i.push(`C\
ontent-Type: multipart/form-data; boundary=${me}`):n&&!n.files&&!e.contentType&&i.push("Content-Type:"),!n&&/^(POST|PUT|PATCH)$/.
test(t)&&i.push("Content-Length: 0");let a=[];t==="HEAD"?a.push("CURLOPT_NOBODY => true,"):(t!=="GET"||n)&&a.push(`CURLO\
PT_CUSTOMREQUEST => ${X(t)},`),i.length&&a.push("CURLOPT_HTTPHEADER => [",...i.map(l=>`    ${X(l)},`),"],"),r&&a.push(`C\
URLOPT_USERPWD => ${X(r.join(":"))},`),n&&a.push("CURLOPT_POSTFIELDS => $body,"),a.push("CURLOPT_RETURNTRANSFER => true,",
`CURLOPT_TIMEOUT => ${V},`);let c=o?`file_put_contents(${X(o)}, $answer);`:'echo $answer, "\\n";';return`<?php
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
`}function Ar(e){let t=[...e?.fields??[],...e?.files??[]].map(([n])=>n);return new Set(t).size<t.length||t.length===0&&!!e?.
files}function ds({body:e}){if(!e)return"";let t=o=>`file_get_contents(${X(o)})`;if(e.file)return`$body = ${t(e.file.name)}\
;
`;if(e.form)return`$body = ${X(new URLSearchParams(e.form).toString())};
`;if(!e.files)return`$body = ${ps(e.text??"")};
`;if(Ar(e)){let o=Ue(e).map(s=>typeof s=="string"?X(s):t(s.file));return`$body = implode('', [
${N(o.map(s=>`    ${s},`))}]);
`}let n=(e.fields??[]).map(o=>o.map(X).join(" => ")),r=e.files.map(([o,s])=>`${X(o)} => new CURLFile(${[s.name,s.type,s.
name].map(X).join(", ")})`);return`$body = [
${N([...n,...r].map(o=>`    ${o},`))}];
`}function ps(e){return!he(e)||/^\s*BODY/m.test(e)?X(e):`<<<'BODY'
${e}
BODY`}function Er(e){let{method:t,basic:n,body:r}=e,o=J(e),[s,i]=Me(e),a=s.map(([f,p])=>`${ms(f)} = ${R(p)}`);if(n){let p=`[Te\
xt.Encoding]::UTF8.GetBytes(${R(n.join(":"))})`;a.push(`Authorization = 'Basic ' + [Convert]::ToBase64String(${p})`)}let l=[
`${/^(GET|HEAD|POST|PUT|DELETE|TRACE|OPTIONS|MERGE|PATCH)$/.test(t)?"Method":"CustomMethod"} = ${R(t)}`,`Uri = ${R(j(e))}`];
return a.length&&l.push("Headers = @{",...a.map(f=>`    ${f}`),"}"),i&&l.push(`ContentType = ${R(i)}`),r?.file?l.push(`I\
nFile = ${R(r.file.name)}`):r&&l.push("Body = $body"),o&&l.push(`OutFile = ${R(o)}`,"PassThru = $true"),l.push(`TimeoutS\
ec = ${V}`,"SkipHeaderValidation = $true","SkipHttpErrorCheck = $true"),`#Requires -Version 7
$ErrorActionPreference = 'Stop'

${hs(e)}$request = @{
${N(l.map(f=>`    ${f}`))}}
$response = Invoke-WebRequest @request
"$($response.StatusCode) $($response.StatusDescription)"
${o?"":`$response.Content
`}`}function ms(e){return/^[A-Za-z]+$/.test(e)?e:R(e)}function hs({body:e}){if(!e||e.file)return"";if(e.form)return`$bod\
y = ${R(new URLSearchParams(e.form).toString())}
`;if(!e.files){let n=e.text??"";return`$body = [Text.Encoding]::UTF8.GetBytes(${he(n)&&!/^'@/m.test(n)?`@'
${n}
'@`:R(n)})
`}let t=["$body = [System.Net.Http.MultipartFormDataContent]::new()"];for(let[n,r]of e.fields??[]){let o=`[System.Net.Ht\
tp.StringContent]::new(${R(r)})`;t.push(`$body.Add(${o}, ${R(n)})`)}for(let[n,r]of e.files){let o=`[IO.File]::ReadAllByt\
es((Convert-Path -LiteralPath ${R(r.name)}))`;t.push(`$file = [System.Net.Http.ByteArrayContent]::new(${o})`),t.push(`$f\
ile.Headers.ContentType = ${R(r.type)}`),t.push(`$body.Add($file, ${R(n)}, ${R(r.name)})`)}return N(t)}var kr=/^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/;function Cr(e){let{method:t,base:n,path:r,query:o,body:s,basic:i}=e,
a=J(e),c=a||s?.file||s?.files?.length,l=[B(n+r)];kr.test(t)||l.unshift(B(t));let f=(w,x,E)=>l.push(`${w}=${x[0]}
${N(E.map(O=>`        ${O},`))}    ${x[1]}`),p=([w,x])=>`(${B(w)}, ${B(x)})`;o.length&&f("params","[]",o.map(p));let m=z(
e).map(([w,x])=>`${B(w)}: ${B(x)}`);if(m.length&&f("headers","{}",m),s?.form)f("data","[]",s.form.map(p));else if(s?.file)
l.push(`data=Path(${B(s.file.name)}).read_bytes()`);else if(s?.files){let w=(s.fields??[]).map(([E,O])=>`(${B(E)}, (None\
, ${B(O)}))`),x=s.files.map(([E,{name:O,type:T}])=>{let _=B(O);return`(${B(E)}, (${_}, Path(${_}).read_bytes(), ${B(T)})\
)`});f("files","[]",[...w,...x])}else s&&l.push(gs(s.text??"",e));i&&l.push(`auth=(${i.map(B).join(", ")})`),l.push(`tim\
eout=${V}`);let h=kr.test(t)?t.toLowerCase():"request",$=a?`response.raise_for_status()
Path(${B(a)}).write_bytes(response.content)`:"print(response.text)";return`${c?`from pathlib import Path

`:""}import requests

response = requests.${h}(
${N(l.map(w=>`    ${w},`))})
print(response.status_code, response.reason)
${$}
`}function gs(e,{contentType:t}){if(L(t)&&e.trim()!=="null"&&ot(e,1/0))return`json=${st(gr(e),"    ")}`;let n=$r(e).map(
B);return n.length===1?`data=${n[0]}.encode()`:`data=(
${N(n.map(r=>`        ${r}`))}    ).encode()`}var Xt={Python:Cr,curl:wr,PowerShell:Er,JavaScript:Ht,TypeScript:Ht,"C#":br,PHP:Tr,"HTTP file":Sr,HTTP:xr},Nr={Python:".\
py",curl:".sh",PowerShell:".ps1",JavaScript:".mjs",TypeScript:".mts","C#":".cs",PHP:".php","HTTP file":".http",HTTP:".tx\
t"};function Pr(e){let t=d("select",{"aria-label":"Language",change:()=>i()},...Object.keys(Xt).map(f=>D(f))),n=d("code",{}),
r=d("code",{}),o=pe(),s=f=>f.base?Xt[t.value](Yn(f)):"",i=()=>{if(!n.parentNode)return;let f=Gn(ye(e()),e().signing.isOwn());
n.replaceChildren(...tn(j(f))),l.open&&(r.textContent=s(f))},a=d("button",{type:"button",class:"callsheet-button",async click(){
let f=await Fe(s(ye(e())));o.textContent=f?"Copied":"Select the text to copy it"}},"Copy"),c=d("button",{type:"button",class:"\
callsheet-button",click:()=>on(s(ye(e())),`request${Nr[t.value]}`)},"Save"),l=d("details",{class:"callsheet-program",toggle:()=>i()},
d("summary",{},"The request as code"),d("p",{class:"callsheet-line"},t,a,c,o),d("pre",{class:"highlight",tabindex:"0",dir:"\
ltr","aria-label":"Program"},r));return{element:l,address:n,refresh:i}}function ys(e){if(!e)return;if(e.form)return new URLSearchParams(e.form);if(e.text!==void 0)return new TextEncoder().encode(
e.text);if(e.file!==void 0)return e.file?new Blob([e.file]):void 0;let t=new FormData;for(let[n,r]of e.fields??[])t.append(
n,r);for(let[n,r]of e.files??[])r&&t.append(n,r);return t}async function $s(e){return await je("sandbox/sandbox.js"),window.
callsheet.answerInPage?.(e)??Promise.reject(new TypeError("There is no server in this page."))}async function vr(e,t){let n=new Headers(
e.headers);e.authorization&&n.set("Authorization",e.authorization);let r=performance.now(),o=new Request(j(e),{method:e.
method,headers:n,body:ys(e.body),signal:t,credentials:"omit",referrerPolicy:"no-referrer",redirect:"manual",cache:"no-st\
ore"}),s=await(Rt(e.base)?$s(o):fetch(o)),i=new Uint8Array(await s.arrayBuffer());return{response:s,content:i,milliseconds:performance.
now()-r}}async function bs(e,t){try{return await fetch(`${e}/`,{mode:"no-cors",credentials:"omit",referrerPolicy:"no-ref\
errer",cache:"no-store",signal:t}),!0}catch{return!1}}function Vt(e){return/^(localhost|127(\.\d+){3}|\[::1\])$/.test(e)}
async function Lr(e,t,n){let{origin:r,protocol:o}=location,{origin:s,protocol:i,hostname:a,port:c}=new URL(e),l=o==="fil\
e:"?"null":r,f=`callsheet serve --port ${c||"8765"} --cors-origin ${l}`;if(n)return[`This page's Content-Security-Policy\
 does not let it ask ${s}.`,["Whoever serves this site has to name that origin under ",Ne("connect-src"),"."]];if(o==="h\
ttps:"&&i==="http:"&&!Vt(a))return["A page of https: cannot ask a server of http: (mixed content).",["Use the server's h\
ttps: address, or open this page from http:."]];if(!navigator.onLine&&!Vt(a))return["The browser is offline.",["Connect \
to the network and send again."]];if(s!==r&&await bs(e,t))return[`${s} answers, but does not let pages of this origin (${l}\
) read its answers (CORS).`,["Of the reference server, allow it with ",Ne(f),"; of another server, add ",Ne(l)," to the \
origins that it allows. The request may have been carried out."]];let p=o==="file:"?"This page comes from a disk, so a s\
erver is needed. ":"",m=Vt(a)?["Start the reference server with ",Ne(f)," and send again."]:["Is the address right, and \
can you reach it from here? To try the reference server instead, start ",Ne(`callsheet serve --cors-origin ${l}`)," and \
choose its address."];return[`No server answers at ${e}.`,[p,...m]]}function Ne(e){return d("code",{},e)}async function Rr(e,t,n,r){let o=Pr(()=>i),s,i=await ir(t,r,()=>{o.refresh(),s&&_r(s)}),a=cr(i,o);Ze(i,{});let c=Ee(fe(i)),
l=i.signing.choice();Ze(i,A.get()),n.setAttribute("aria-controls",a.section.id);let f={uid:e,button:n,form:i,parts:a,program:o,
example:c,sign:l,refused:"",abort:null};return ws(f),Pe(f),xs(f),o.refresh(),s=f,f}function ws(e){let{form:t,parts:n}=e;
n.form.addEventListener("submit",r=>{r.preventDefault(),Ss(e)}),n.anywayButton.addEventListener("click",()=>zt(e,Qe(t))),
n.resetButton.addEventListener("click",()=>Os(e)),n.cancelButton.addEventListener("click",()=>e.abort?.abort()),n.closeButton.
addEventListener("click",()=>Wt(e)),n.section.addEventListener("keydown",r=>{r.key==="Escape"&&e.abort?.abort()}),n.section.
addEventListener("keydown",r=>{r.key!=="Enter"||!(r.ctrlKey||r.metaKey)||(r.preventDefault(),r.stopPropagation(),n.form.
requestSubmit())},{capture:!0})}function _r({uid:e,form:t,parts:n,example:r,refused:o}){let s=fe(t),i=Ee(s);nt.set(e,i===
r?null:s),n.resetButton.hidden=i===r,i!==o&&(n.anywayButton.hidden=!0)}function xs({uid:e,form:t,parts:n}){let r=nt.get(
e);if(!r)return;let o=r.credentials?t.signing.choice():r.sign,{base:s,workspace:i}=fe(t),a=/^(example|none)$/.test(o)?"":
A.get().mark??"",l=It(t,{...r,...{base:s,workspace:i,sign:o,credentials:a}});n.resetButton.hidden=!1,Z(n,`Your last inpu\
t is back${l.length?`, without ${Jt(l)}`:""}.`)}function Os(e){let{uid:t,form:n,parts:r,program:o}=e;Ze(n,A.get()),n.signing.
choose(e.sign),nt.set(t,null),r.resetButton.hidden=!0,r.anywayButton.hidden=!0,o.refresh(),Z(r,"The fields are those of \
the example."),r.sendButton.focus()}function Jt(e){let t=e.at(-1)??"";return e.length>1?`${e.slice(0,-1).join(", ")} and\
 ${t}`:t}function Ss(e){if(e.abort)return;let t=Qe(e.form);t.length?Fr(e,t):zt(e,[])}async function zt(e,t){let{uid:n,form:r,
parts:o}=e;if(e.abort)return;o.anywayButton.hidden=!0;let s=fe(r),i=Ee(s)!==e.example||r.signing.isOwn(),a=new AbortController;
e.abort=a,ze(),o.answer.replaceChildren(),Z(o,"Sending …"),o.sendButton.setAttribute("aria-disabled","true"),o.cancelButton.
hidden=!1;let c=ye(r),l=[...c.headers,...c.query].some(([h])=>G(h)),f=!r.signing.field()&&!l,p={faults:t,isChanged:i,isAnonymous:f},
m=await As(e,c,a.signal,p);e.abort=null,o.sendButton.removeAttribute("aria-disabled"),document.activeElement===o.cancelButton&&
o.sendButton.focus(),o.cancelButton.hidden=!0,ke.add(dr(n,s,c,m)),Pe(e),m&&!t.length&&Ts(e),m&&o.answer.getBoundingClientRect().
top>innerHeight*.75&&o.answer.scrollIntoView({block:"start"})}function Ts({form:e,parts:t}){let n=ar(e);if(!n.length)return;
let r=d("button",{type:"button",class:"callsheet-button",click(){A.setHere([]),s.remove(),t.sendButton.focus()}},"Undo"),
o=`The samples of this page now have ${Jt(n)}. `,s=d("p",{class:"callsheet-note callsheet-line"},o,r);t.answer.append(s)}
function Z({status:e},t,n=!1){e.textContent=t,e.classList.toggle("callsheet-say--quiet",n)}function Fr(e,t){let{form:n,parts:r}=e;
e.refused=Ee(fe(n)),r.answer.replaceChildren(),Z(r,`Not sent: ${t.length===1?t[0]:`${t.length} entries need a change.`}`),
r.anywayButton.hidden=!Ft(n);let o=r.section.querySelector('[aria-invalid="true"]'),s=o?.closest("details");s&&(s.open=!0),
o?.focus()}async function As({form:e,parts:t},n,r,o){let s=!1,i=a=>{s||=a.effectiveDirective==="connect-src"};document.addEventListener(
"securitypolicyviolation",i);try{let{response:a,content:c,milliseconds:l}=await vr(n,r);return a.type==="opaqueredirect"?
(Br(t,"The server answers with a redirect, which is not followed: credentials stay with the server that they are for.",[
"Is the address of the server right?"]),0):(Es(e.data,t,a,c,l,o),a.status)}catch{return r.aborted?Z(t,"Cancelled. The se\
rver may have carried it out."):(await new Promise(a=>{setTimeout(a,50)}),Br(t,...await Lr(n.base,r,s))),0}finally{document.
removeEventListener("securitypolicyviolation",i)}}function Br(e,t,n){Z(e,`No answer to read. ${t}`),e.answer.replaceChildren(
d("p",{class:"callsheet-verdict callsheet-verdict--bad"},...n))}function Es(e,t,n,r,o,s){let{status:i,statusText:a}=n,c=n.
headers.get("Content-Type")??"",l=[...n.headers],f={status:i,reason:a,content:r,milliseconds:o,headers:l,mediaType:c},p=Mn(
e,f,s),m=typeof e.got=="object"&&!!e.got.contentEncoding;Z(t,`Answer: ${i} ${a}, ${p.said}.`,!0),t.answer.replaceChildren(
...Bn(f,p,m))}function Pe(e){let{uid:t,parts:n}=e,r=n.history.querySelector("details")?.open??!1,s=pr(t,i=>ks(e,i),()=>{
ke.clear(),Pe(e),Z(n,"The history is cleared.",!0),n.title.focus()});s.open=r,n.history.replaceChildren(s)}function ks(e,t){
let{abort:n,form:r,parts:o,program:s}=e;if(n)return;let i=It(r,t.state);s.refresh(),_r(e);let a=Qe(r);i.length?(o.answer.
replaceChildren(),Z(o,`Not sent: the history does not have ${Jt(i)}. Complete the request, and send it.`),o.sendButton.focus()):
Ft(r)?zt(e,a):Fr(e,a)}function Wt({parts:e,button:t}){e.section.hidden=!0,t.setAttribute("aria-expanded","false"),t.focus()}var Cs=["items","additionalProperties","not"],Ns=["prefixItems","allOf","anyOf","oneOf"],Ps=["properties","patternProper\
ties"];function ve(e){if(typeof e=="boolean")return e;let{type:t,...n}=typeof e=="string"?{type:e}:e,r=n;if(typeof t=="s\
tring"){let[o,s]=t.replace("?","").split(" "),i=o;r.type=t.endsWith("?")?[i,"null"]:i,s&&(r.format=s)}else t&&(r.type=t);
for(let o of Cs)o in n&&(r[o]=ve(n[o]));for(let o of Ns)o in n&&(r[o]=n[o].map(ve));for(let o of Ps)o in n&&(r[o]=Dr(n[o]));
return r}function Dr(e){return Object.fromEntries(Object.entries(e).map(([t,n])=>[t,ve(n)]))}function jr(e){return typeof e==
"string"?{name:e}:Array.isArray(e)?{name:e[0],type:e[1]}:e}function Ir({query:e,headers:t,sent:n,got:r,types:o,...s}){return{
...s,...e&&{query:e.map(jr)},...t&&{headers:t.map(jr)},...n&&{sent:ve(n)},...r&&{got:ve(r)},...o&&{types:Dr(o)}}}function Mr(e){
return`${e.replace(/^\.|[^A-Za-z0-9._-]|_(?=x)/gu,n=>`_x${n.codePointAt(0)?.toString(16).toUpperCase()}_`)}.js`}var Ur=new WeakMap,re=null;async function vs(e,t){let n=Ur.get(e);if(n?.parts.section.isConnected&&!n.parts.section.hidden){
Wt(n);return}let r=n??await Ls(e,t);r.parts.section.hidden=!1,e.setAttribute("aria-expanded","true"),re=r,r.form.signing.
fill(),Pe(r),r.parts.title.focus()}async function Ls(e,t){let n=e.closest("[data-callsheet-uid]"),{callsheetUid:r="",callsheetFile:o}=n.
dataset,{base:s,servers:i,...a}=await rn(r,o??Mr(r)),c={...t,base:s,...i&&{servers:i}},l=await Rr(r,Ir(a),e,c);return e.
closest(".callsheet-route")?.after(l.parts.section),Ur.set(e,l),l}function Bs(e){ln(),window.callsheet.toggleConsole=t=>vs(
t,e),A.onChange(()=>{re?.parts.section.isConnected&&(re.form.signing.fill(),re.program.refresh())}),nn(()=>{!re||re.parts.
section.isConnected||(re.abort?.abort(),ze(),re=null)})}window.callsheet.startConsole=Bs;})();
