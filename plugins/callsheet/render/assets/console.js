/*! Made by `make javascript`: sources f4a22bf71a9ccc6a, code 1ca0fe706e4d25ee */
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
"use strict";(()=>{var{API_KEY:ct,IN_PAGE:lt,VALID:Re,all:jo,assetUrl:Do,badge:_e,breakable:nn,codeText:Io,copy:Fe,credentials:ft,each:Mo,icon:Uo,
languageOf:Ho,load:je,loadStyle:Xo,make:u,onPage:rn,openDialog:Vo,operationFile:sn,placeholders:Jo,save:on,schemes:an,siteUrl:zo,
statusNote:de,storedText:De,values:A}=window.callsheet;var Gr=window;function cn(e,t,n={}){let r={tab:"	",indentOn:/[({\[]$/,moveToNewLine:/^[)}\]]/,spellcheck:!1,catchTab:!0,
preserveIdent:!0,addClosing:!0,history:!0,window:Gr,autoclose:{open:`([{'"`,close:`)]}'"`},...n},s=r.window,o=s.document,
i=[],a=[],c=-1,l=!1,f=()=>{},d;e.setAttribute("contenteditable","plaintext-only"),e.setAttribute("spellcheck",r.spellcheck?
"true":"false"),e.style.outline="none",e.style.overflowWrap="break-word",e.style.overflowY="auto",e.style.whiteSpace="pr\
e-wrap";let h=(p,$)=>{t(p,$)},m=s.navigator.userAgent.match(/Firefox\/([0-9]+)\./),y=m?parseInt(m[1]):0,b=!1;(e.contentEditable!==
"plaintext-only"||y>=136)&&(b=!0),b&&e.setAttribute("contenteditable","true");let x=en(()=>{let p=M();h(e,p),F(p)},30),E=!1,
O=p=>!Zt(p)&&!Qt(p)&&p.key!=="Meta"&&p.key!=="Control"&&p.key!=="Alt"&&!p.key.startsWith("Arrow"),T=en(p=>{O(p)&&(se(),E=
!1)},300),_=(p,$)=>{i.push([p,$]),e.addEventListener(p,$)};_("keydown",p=>{p.defaultPrevented||(d=pe(),r.preserveIdent?Xr(
p):Gt(p),r.catchTab&&Jr(p),r.addClosing&&Vr(p),r.history&&(zr(p),O(p)&&!E&&(se(),E=!0)),b&&!qr(p)&&F(M()))}),_("keyup",p=>{
p.defaultPrevented||p.isComposing||(d!==pe()&&x(),T(p),f(pe()))}),_("focus",p=>{l=!0}),_("blur",p=>{l=!1}),_("paste",p=>{
se(),Wr(p),se(),f(pe())}),_("cut",p=>{se(),Kr(p),se(),f(pe())});function M(){let p=ue(),$={start:0,end:0,dir:void 0},{anchorNode:g,
anchorOffset:w,focusNode:S,focusOffset:k}=p;if(!g||!S)throw"error1";if(g===e&&S===e)return $.start=w>0&&e.textContent?e.
textContent.length:0,$.end=k>0&&e.textContent?e.textContent.length:0,$.dir=k>=w?"->":"<-",$;if(g.nodeType===Node.ELEMENT_NODE){
let v=o.createTextNode("");g.insertBefore(v,g.childNodes[w]),g=v,w=0}if(S.nodeType===Node.ELEMENT_NODE){let v=o.createTextNode(
"");S.insertBefore(v,S.childNodes[k]),S=v,k=0}return Yt(e,v=>{if(v===g&&v===S)return $.start+=w,$.end+=k,$.dir=w<=k?"->":
"<-","stop";if(v===g)if($.start+=w,!$.dir)$.dir="->";else return"stop";else if(v===S)if($.end+=k,!$.dir)$.dir="<-";else return"\
stop";v.nodeType===Node.TEXT_NODE&&($.dir!="->"&&($.start+=v.nodeValue.length),$.dir!="<-"&&($.end+=v.nodeValue.length))}),
e.normalize(),$}function F(p){let $=ue(),g,w=0,S,k=0;if(p.dir||(p.dir="->"),p.start<0&&(p.start=0),p.end<0&&(p.end=0),p.
dir=="<-"){let{start:W,end:q}=p;p.start=q,p.end=W}let v=0;Yt(e,W=>{if(W.nodeType!==Node.TEXT_NODE)return;let q=(W.nodeValue||
"").length;if(v+q>p.start&&(g||(g=W,w=p.start-v),v+q>p.end))return S=W,k=p.end-v,"stop";v+=q}),g||(g=e,w=e.childNodes.length),
S||(S=e,k=e.childNodes.length),p.dir=="<-"&&([g,w,S,k]=[S,k,g,w]);{let W=Le(g);if(W){let ye=o.createTextNode("");W.parentNode?.
insertBefore(ye,W),g=ye,w=0}let q=Le(S);if(q){let ye=o.createTextNode("");q.parentNode?.insertBefore(ye,q),S=ye,k=0}}$.setBaseAndExtent(
g,w,S,k),e.normalize()}function Le(p){for(;p&&p!==e;){if(p.nodeType===Node.ELEMENT_NODE){let $=p;if($.getAttribute("cont\
enteditable")=="false")return $}p=p.parentNode}}function Be(){let $=ue().getRangeAt(0),g=o.createRange();return g.selectNodeContents(
e),g.setEnd($.startContainer,$.startOffset),g.toString()}function qt(){let $=ue().getRangeAt(0),g=o.createRange();return g.
selectNodeContents(e),g.setStart($.endContainer,$.endOffset),g.toString()}function Xr(p){if(p.key==="Enter"){let $=Be(),
g=qt(),[w]=tn($),S=w;if(r.indentOn.test($)&&(S+=r.tab),S.length>0?(Q(p),p.stopPropagation(),oe(`
`+S)):Gt(p),S!==w&&r.moveToNewLine.test(g)){let k=M();oe(`
`+w),F(k)}}}function Gt(p){if(b&&p.key==="Enter")if(Q(p),p.stopPropagation(),qt()==""){oe(`
 `);let $=M();$.start=--$.end,F($)}else oe(`
`)}function Vr(p){let $=r.autoclose.open,g=r.autoclose.close;if($.includes(p.key)){Q(p);let w=M(),S=w.start==w.end?"":ue().
toString(),k=p.key+S+(g[$.indexOf(p.key)]??"");oe(k),w.start++,w.end++,F(w)}}function Jr(p){if(p.key==="Tab")if(Q(p),p.shiftKey){
let $=Be(),[g,w]=tn($);if(g.length>0){let S=M(),k=Math.min(r.tab.length,g.length);F({start:w,end:w+k}),o.execCommand("de\
lete"),S.start-=k,S.end-=k,F(S)}}else oe(r.tab)}function zr(p){if(Zt(p)){Q(p),c--;let $=a[c];$&&(e.innerHTML=$.html,F($.
pos)),c<0&&(c=0)}if(Qt(p)){Q(p),c++;let $=a[c];$&&(e.innerHTML=$.html,F($.pos)),c>=a.length&&c--}}function se(){if(!l)return;
let p=e.innerHTML,$=M(),g=a[c];if(g&&g.html===p&&g.pos.start===$.start&&g.pos.end===$.end)return;c++,a[c]={html:p,pos:$},
a.splice(c+1);let w=300;c>w&&(c=w,a.splice(0,1))}function Wr(p){if(p.defaultPrevented)return;Q(p);let g=(p.originalEvent??
p).clipboardData.getData("text/plain").replace(/\r\n?/g,`
`),w=M();oe(g),h(e),F({start:Math.min(w.start,w.end)+g.length,end:Math.min(w.start,w.end)+g.length,dir:"<-"})}function Kr(p){
let $=M(),g=ue();(p.originalEvent??p).clipboardData.setData("text/plain",g.toString()),o.execCommand("delete"),h(e),F({start:Math.
min($.start,$.end),end:Math.min($.start,$.end),dir:"<-"}),Q(p)}function Yt(p,$){let g=[];p.firstChild&&g.push(p.firstChild);
let w=g.pop();for(;w&&$(w)!=="stop";)w.nextSibling&&g.push(w.nextSibling),w.firstChild&&g.push(w.firstChild),w=g.pop()}function it(p){
return p.metaKey||p.ctrlKey}function Zt(p){return it(p)&&!p.shiftKey&&at(p)==="Z"}function Qt(p){return it(p)&&p.shiftKey&&
at(p)==="Z"}function qr(p){return it(p)&&at(p)==="C"}function at(p){let $=p.key||p.keyCode||p.which;if($)return(typeof $==
"string"?$:String.fromCharCode($)).toUpperCase()}function oe(p){p=p.replace(/&/g,"&amp;").replace(/</g,"&lt;").replace(/>/g,
"&gt;").replace(/"/g,"&quot;").replace(/'/g,"&#039;"),o.execCommand("insertHTML",!1,p)}function en(p,$){let g=0;return(...w)=>{
clearTimeout(g),g=s.setTimeout(()=>p(...w),$)}}function tn(p){let $=p.length-1;for(;$>=0&&p[$]!==`
`;)$--;$++;let g=$;for(;g<p.length&&/[ \t]/.test(p[g]);)g++;return[p.substring($,g)||"",$,g]}function pe(){return e.textContent||
""}function Q(p){p.preventDefault()}function ue(){return e.getRootNode().getSelection()}return{updateOptions(p){Object.assign(
r,p)},updateCode(p,$=!0){e.textContent=p,h(e),$&&f(p)},onUpdate(p){f=p},toString:pe,save:M,restore:F,recordHistory:se,destroy(){
for(let[p,$]of i)e.removeEventListener(p,$)}}}var ln=!1;function fn(){addEventListener("pointerdown",()=>pt(!0),!0),addEventListener("pointerup",()=>pt(!1),!0),addEventListener(
"pointercancel",()=>pt(!1),!0)}function pt(e){ln=e}function ee(e){ln?addEventListener("pointerup",()=>setTimeout(e),{once:!0}):
e()}var be="application/x-www-form-urlencoded",pn="multipart/form-data";function C(e){return e.split(";")[0].trim().toLowerCase()}
function L(e){return/[/+]json$/.test(C(e))}function U(e){return/[/+]xml$/.test(C(e))}function we(e,t){let[,n="utf-8"]=/charset="?([\w-]+)/i.
exec(t)??[];try{return new TextDecoder(n).decode(e)}catch{return new TextDecoder().decode(e)}}var Ie=/\s+|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[{}[\],:]/y,
ut=/<!--.*?-->|<\/?[^<>\s]+|\/?>|[^<>\s"=]+(?==)|"[^"<]*"|[^<>"=]+|./sy;function*xe(e,t){for(let n=0;n<e.length;){t.lastIndex=
n;let r=t.exec(e)?.[0]||e[n];n+=r.length,yield{token:r,end:n}}}function un({token:e,end:t},n){return/^\s*$/.test(e)?"":e[0]===
'"'?/^\s*:/.test(n.slice(t,t+20))?"nt":"s2":e[0]==="<"||e.endsWith(">")?e.startsWith("<!--")?"c":"nt":/^-?\d/.test(e)?"m\
i":/^(true|false|null)$/.test(e)?"kc":""}function dn(e){return U(e)?ut:L(e)?Ie:null}var Yr=5e4;function ht(e,t){return!t||e.length>Yr?[e]:[...xe(e,t)].map(n=>{let r=un(n,e);return r?u("span",{class:r},n.token):
n.token})}function dt(e){let t="";for(let n of e.childNodes)n instanceof Text?t+=n.data:n.nodeName==="BR"?t+=n.nextSibling?
`
`:"":t+=(n.nodeName==="DIV"&&n.previousSibling?`
`:"")+dt(n);return t}function hn(e,t,n){let r="",s=u("div",{class:"callsheet-editor highlight",tabindex:"0",role:"textbo\
x","aria-multiline":"true","aria-label":e,"aria-describedby":t,dir:"ltr"}),o=()=>s.replaceChildren(...ht(dt(s),dn(r))),a=cn(
s,o,{tab:"  ",catchTab:!1,addClosing:!1,window:{document,navigator,setTimeout:(c,l)=>setTimeout(()=>document.activeElement===
s&&c(),l)}});return s.addEventListener("blur",()=>ee(o)),s.addEventListener("input",n),s.addEventListener("keyup",n),{area:s,
get:()=>dt(s),set(c,l){r=l,a.updateCode(c,!1),n()}}}var V=10,he="callsheet-boundary",mn={jpeg:"jpg","svg+xml":"svg","octet-stream":"bin",plain:"txt"};function J({headers:e}){
let t=e.find(([n])=>n==="Accept")?.[1]??"";return/^(image\/|application\/(octet-stream|pdf|zip))/.test(t)?mt(t):""}function mt(e){
let t=C(e).split("/")[1]??"";return`answer.${(Object.hasOwn(mn,t)?mn[t]:t.replace(/^.*\+/,"").replace(/\W/g,""))||"bin"}`}
function z({headers:e,authorization:t,basic:n}){return n||!t?e:[["Authorization",t],...e]}function N(e){return e.map(t=>`${t}\

`).join("")}function Me(e){let t=z(e),n=([r])=>r.toLowerCase()==="content-type";return[t.filter(r=>!n(r)),t.find(n)?.[1]??
""]}function me(e){return e.includes(`
`)&&!/(?![ \n])[\p{C}\p{Z}]/u.test(e)}function Ue({fields:e=[],files:t=[]}){let n=s=>`"${s.replaceAll('"',"%22").replaceAll(
"\r","%0D").replaceAll(`
`,"%0A")}"`,r=s=>`--${he}\r
Content-Disposition: form-data; name=${n(s)}`;return[...e.map(([s,o])=>`${r(s)}\r
\r
${o}\r
`),...t.flatMap(([s,o])=>[`${r(s)}; filename=${n(o.name)}\r
Content-Type: ${o.type}\r
\r
`,{file:o.name},`\r
`]),`--${he}--\r
`]}var $t=/^[+-]?(\d{1,400}(\.\d*)?|\.\d+)(e[+-]?\d{1,3})?$/i,gt=/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/,
Zr=/^[+-]?\d{1,20}$/,Qr=/^(\d{4})-(\d\d)-(\d\d)[Tt ]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)?$/,yt=new Map(
[["int32",31n],["int64",63n]]),bt=new Map([["int32",$phrase`int32, a whole number from -2147483648 to 2147483647`],["int\
64",$phrase`int64, a whole number of at most 64 bits`],["double",$phrase`double, a number such as 1.5`],["bool",$phrase`bool, true or false`],
["date-time",$phrase`date-time, such as 2026-11-21T09:30:00Z`],["byte",$phrase`byte, text in base64`]]);function wt(e){let[
,t,n,r]=Qr.exec(e)??[];if(!r||t==="0000")return!1;let s=new Date(Date.UTC(2e3,Number(n)-1,Number(r)));return s.setUTCFullYear(
Number(t),Number(n)-1,Number(r)),s.getUTCMonth()===Number(n)-1&&s.getUTCDate()===Number(r)}function es(e,t){if(!Zr.test(
e))return!1;let n=1n<<t,r=BigInt(e.replace("+",""));return-n<=r&&r<n}function ts(e,t){let n=yt.get(t);return n?es(e,n):t===
"double"?$t.test(e):t==="bool"?/^(true|false)$/i.test(e):t==="date-time"?wt(e):t!=="byte"||gt.test(e)}function $n(e,t="",n){
return n?.length?n.includes(e)?"":$phrase`one of ${n.join(", ")}`:ts(e,t)?"":bt.get(t)??""}var ns=200,rs=20,ss=new Map([["date",/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/],["email",/^[^\s@]+@[^\s@]+$/],["ur\
i",/^[a-z][a-z0-9+.-]*:[^\s]*$/i],["uuid",/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i]]),os=[["minimum",$phrase`at least %`,
(e,t)=>e<t],["maximum",$phrase`at most %`,(e,t)=>e>t],["exclusiveMinimum",$phrase`above %`,(e,t)=>e<=t],["exclusiveMaxim\
um",$phrase`below %`,(e,t)=>e>=t],["multipleOf",$phrase`a multiple of %`,(e,t)=>Math.abs(e/t-Math.round(e/t))>1e-9]],is=[
["minLength",$phrase`at least % characters`,(e,t)=>[...e].length<t],["maxLength",$phrase`at most % characters`,(e,t)=>[...e].
length>t],["pattern",$phrase`a text that matches %`,(e,t)=>!yn(t,e)]],as=[["minItems",$phrase`at least % items`,(e,t)=>e.
length<t],["maxItems",$phrase`at most % items`,(e,t)=>e.length>t],["uniqueItems",$phrase`items that differ`,(e,t)=>t&&e.
some((n,r)=>e.slice(0,r).some(s=>Xe(n,s)))]],cs=[["minProperties",$phrase`at least % properties`,(e,t)=>Object.keys(e).length<
t],["maxProperties",$phrase`at most % properties`,(e,t)=>Object.keys(e).length>t]];function Ve(e){return e===null?"null":
Array.isArray(e)?"array":typeof e=="number"?Number.isInteger(e)?"integer":"number":typeof e}function te(e){return Ve(e)===
"object"}function xt({type:e}){return[e??[]].flat()}function ls(e){let t=JSON.stringify(e);return t.length>60?`${t.slice(
0,57)}...`:t}function gn(e,t){return/^[\p{L}_][\p{L}\p{N}_]*$/u.test(t)?`${e}.${t}`:`${e}[${JSON.stringify(t)}]`}function*ie(e,t,n,r="\
$",s=0){let o=(c,l)=>({path:r,keyword:c,expected:l,got:ls(e)});if(t===!1&&(yield o("not",$phrase`no such value`)),typeof t==
"boolean"||s>ns)return;let i=fs(e,t)??ps(e,t);if(i){yield o(...i);return}let a=c=>ie(e,c,n,r,s+1);t.$ref&&(yield*a(n[t.$ref]??
{}));for(let[c,l]of us(e,t))yield o(c,l);Array.isArray(e)?yield*ds(e,t,n,r,s):te(e)&&(yield*hs(e,t,n,r,s));for(let c of t.
allOf??[])yield*a(c);for(let c of["anyOf","oneOf"]){let l=(t[c]??[]).map(h=>Oe(rs,a(h))),f=l.filter(h=>!h.length).length,
d=l.find(h=>h.length&&h[0].path!==r);l.length&&!f&&(d||l.length===1)?yield*d??l[0]:l.length&&!f?yield o("anyOf",l.map(h=>h[0].
expected).join(` ${$phrase`or`} `)):c==="oneOf"&&f>1&&(yield o("oneOf",$phrase`exactly one of the alternatives`))}t.not!==
void 0&&a(t.not).next().done&&(yield o("not",$phrase`no such value`))}function fs(e,t){let n=Ve(e),r=xt(t);if(!r.length||
r.includes(n)||n==="integer"&&r.includes("number"))return null;let{format:s=""}=t;return["type",bt.has(s)?s:r.filter(o=>o!==
"null").join(` ${$phrase`or`} `)]}function ps(e,t){let n=Object.hasOwn(t,"const")?[t.const]:t.enum;if(!n||n.some(s=>Xe(s,
e)))return null;let r=n.filter(s=>s!==null).map(s=>typeof s=="string"?s:JSON.stringify(s));return[t.enum?"enum":"const",
$phrase`one of ${r.join(", ")}`]}function Xe(e,t){if(e===t)return!0;if(Array.isArray(e)&&Array.isArray(t))return e.length===
t.length&&e.every((r,s)=>Xe(r,t[s]));if(!te(e)||!te(t))return!1;let n=Object.keys(e);return n.length===Object.keys(t).length&&
n.every(r=>Object.hasOwn(t,r)&&Xe(e[r],t[r]))}function*us(e,t){let{format:n="",contentEncoding:r}=t;if(typeof e=="number"){
yield*He(e,os,t);let s=Number.isInteger(e)?yt.get(n):void 0;s&&Math.abs(e+.5)>2**Number(s)&&(yield["format",n])}else typeof e==
"string"?(yield*He(e,is,t),n==="date-time"&&!wt(e)&&(yield["format",n]),ss.get(n)?.test(e)===!1&&(yield["format",n]),r&&
!gt.test(e)&&(yield["contentEncoding",r])):Array.isArray(e)?yield*He(e,as,t):te(e)&&(yield*He(e,cs,t))}function*He(e,t,n){
for(let[r,s,o]of t){let i=n[r];i!==void 0&&o(e,i)&&(yield[r,s.replace("%",()=>String(i))])}}function yn(e,t){try{return new RegExp(
e,"u").test(t)}catch{return!0}}function*ds(e,{items:t,prefixItems:n=[]},r,s,o){for(let i=0;i<e.length;i+=1){let a=i<n.length?
n[i]:t;a!==void 0&&(yield*ie(e[i],a,r,`${s}[${i}]`,o+1))}}function*hs(e,t,n,r,s){let{properties:o={},additionalProperties:i}=t,
a=t.required===!0?Object.keys(o):t.required??[];for(let l of a)Object.hasOwn(e,l)||(yield{path:gn(r,l),keyword:"required",
expected:$phrase`the property`,got:$phrase`nothing`});let c=Object.entries(t.patternProperties??{});for(let[l,f]of Object.
entries(e)){let d=c.filter(([h])=>yn(h,l)).map(([,h])=>h);Object.hasOwn(o,l)?d.push(o[l]):!d.length&&i!==void 0&&d.push(
i);for(let h of d)yield*ie(f,h,n,gn(r,l),s+1)}}function Oe(e,t){let n=[];for(let r of t)if(n.push(r),n.length===e)break;
return n}var bn="http://www.w3.org/2001/XMLSchema-instance",ms=/<!--.*?-->|<!\[CDATA\[.*?\]\]>|<[^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*>|[^<]+/gs;
function ae(e){if(/<!DOCTYPE/i.test(e))throw new Error($phrase`a document type is not allowed`);let t=new DOMParser().parseFromString(
e,"application/xml"),n=t.querySelector("parsererror");if(n){let r=(n.textContent??"").split(`
`);throw new Error(r.find(s=>/error.*\d/i.test(s))??$phrase`it is not well-formed`)}return t.documentElement}function $s(e,t){
let n=Je(e),r=n.anyOf?Je(n.anyOf.find(s=>Je(s).type!=="null")):n;return r.$ref?Je(t[r.$ref]):r}function Je(e){return typeof e==
"object"?e:{}}function Se(e,t,n){let r=$s(t,n);if(e.getAttributeNS(bn,"nil")==="true")return null;let s=xt(r),o=[...e.children];
if(s.includes("array"))return o.map(a=>Se(a,r.items,n));if(o.length||s.includes("object")){let{properties:a={},additionalProperties:c}=r;
return Object.fromEntries(o.map(l=>[l.localName,Se(l,a[l.localName]??c,n)]))}let i=e.textContent??"";return s.includes("\
integer")||s.includes("number")?$t.test(i)?Number(i):i:s.includes("boolean")&&/^(true|false)$/i.test(i)?/^t/i.test(i):i}
function gs(e){return e.replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu,"�").replaceAll("&","&amp;").
replaceAll("<","&lt;").replaceAll(">","&gt;")}function ys(e){let t=e.replace(/[^\p{L}\p{N}_.-]/gu,"_");return/^[\p{L}_]/u.
test(t)?t:`_${t}`}function Ot(e,t,n=""){let r=ys(e);if(t===null)return`${n}<${r} xmlns:i="${bn}" i:nil="true"/>`;if(typeof t!=
"object")return`${n}<${r}>${gs(String(t))}</${r}>`;let s=Array.isArray(t)?t.map(i=>["item",i]):Object.entries(t);if(!s.length)
return`${n}<${r}/>`;let o=s.map(([i,a])=>Ot(i,a,`${n}  `));return[`${n}<${r}>`,...o,`${n}</${r}>`].join(`
`)}function wn(e){let t=0,n=!0,r="",s=(e.trim().match(ms)??[]).filter(o=>o.trim());return s.forEach((o,i)=>{let a=/^<[^!?]/.
test(o),c=!o.startsWith("<")||o.startsWith("<!["),l=o.startsWith("</");l&&(t-=1),r+=n||c?o:`
${"  ".repeat(t)}${o}`;let f=a&&!l&&!o.endsWith("/>");f&&(t+=1),n=c||f&&!!s[i+1]?.startsWith("</")}),r}var ne=class{constructor(t){this.source=t}};function xn(e){return JSON.parse(e,(n,r,s)=>typeof r=="number"&&s?.source?new ne(
s.source):r)}function ce(e){return typeof e=="object"&&e!==null&&!(e instanceof ne)}var bs=500,ws=2e5,xs=100;function On(e,t){let n=t.trim().toLowerCase();if(!n)return[];let r=[],s=[{name:"",value:e,place:[]}];
for(let o=0;o<ws&&r.length<bs;o+=1){let i=s.pop();if(!i)break;let{name:a,value:c,place:l}=i;if([a,Os(c)].some(h=>h.toLowerCase().
includes(n))&&r.push(l),!ce(c)||l.length===xs)continue;let f=Array.isArray(c),d=Object.entries(c).map(([h,m],y)=>({name:f?
"":h,value:m,place:[...l,y]}));for(let h of d.reverse())s.push(h)}return r}function Os(e){return e instanceof ne?e.source:
ce(e)?"":String(e)}var St=100,Sn=40,Tn=2e3;function En(e,t,n){if(!ce(e))return An(t,Ts(e));let r=Array.isArray(e),s=Object.entries(e);if(!s.
length)return An(t,r?"[]":"{}");let o=Ss(s.length,r),i=r?`[ ${o} ]`:`{ ${o} }`,a=u("span",{class:"callsheet-note"},i);return kn(
[...t,a],s,r,n)}function Ss(e,t){return t?e===1?$phrase`1 item`:$phrase`${e} items`:e===1?$phrase`1 property`:$phrase`${e} properties`}
function An(e,t){return{element:u("div",{tabindex:"-1"},...e,t),open:()=>null}}function Ts(e){return e instanceof ne?u("\
span",{class:"mi"},e.source):u("span",{class:typeof e=="string"?"s2":"kc"},JSON.stringify(e))}function kn(e,t,n,r){let s=u(
"div",{}),o=[],i=null,a=()=>{if(s.firstChild)return;for(let[d,h]of t.slice(0,St)){let m=n?[]:[u("span",{class:"nt"},JSON.
stringify(d)),": "],y=r&&t.length<=Sn&&As(h)<=Sn,b=En(h,m,y);o.push(b),s.append(b.element)}let f=t.slice(St);f.length&&(i=
kn([$phrase`${f.length} more`],f,n,!1),s.append(i.element))},c=u("details",{toggle:a},u("summary",{},...e),s),l=()=>{c.open=
!0,a()};return r&&l(),{element:c,open(f){return l(),o[f]??i?.open(f-St)??null}}}function As(e){return ce(e)?Object.keys(
e).length:0}function Cn(e){let t=En(e,[],!0),n=u("div",{class:"callsheet-json highlight",dir:"ltr"},t.element);if(!ce(e))
return n;let r=de(),s=[],o=-1,i=()=>{for(let b of n.querySelectorAll(".callsheet-found"))b.classList.remove("callsheet-f\
ound");if(!s.length)return;let m=t;for(let b of s[o])m=m?.open(b)??null;let y=m?.element.querySelector(":scope > summary")??
m?.element;y?.classList.add("callsheet-found"),y?.scrollIntoView({block:"nearest"})},a=()=>{s=On(e,f.value),o=0,c(),i()},
c=()=>{f.value.trim()?r.textContent=s.length?$phrase`${o+1} of ${s.length}`:$phrase`Not found`:r.textContent=""},l=m=>{s.
length&&(o=(o+m+s.length)%s.length,c(),i())},f=u("input",{type:"search",class:"callsheet-input","aria-label":$phrase`Find in the answer`,
placeholder:$phrase`Find in the answer`,autocomplete:"off",spellcheck:"false",input:a,keydown(m){m.key!=="Enter"||m.ctrlKey||
m.metaKey||(m.preventDefault(),l(m.shiftKey?-1:1))}}),d=(m,y)=>u("button",{type:"button",class:"callsheet-button",click:y},
m),h=m=>{for(let y=0;y<Tn;){let b=[...n.querySelectorAll(m?"details:not([open])":"details[open]")].slice(0,Tn-y);if(!b.length)
break;for(let x of b)x.open=m,x.dispatchEvent(new Event("toggle"));y+=b.length}};return u("div",{},u("p",{class:"callshe\
et-line"},f,r,d($phrase`Expand all`,()=>h(!0)),d($phrase`Collapse all`,()=>h(!1))),n)}var Nn=2e5,Pn={iVBORw0KGgo:"image/png","/9j/":"image/jpeg",R0lGOD:"image/gif"},At=new Set;function vn(e,t){let n=URL.createObjectURL(
new Blob([e],{type:t}));return At.add(n),n}function ze(){for(let e of At)URL.revokeObjectURL(e);At.clear()}function Et(e){
return e<1e3?e===1?$phrase`1 byte`:$phrase`${e} bytes`:e<1e6?`${(e/1e3).toFixed(1)} kB`:`${(e/1e6).toFixed(1)} MB`}function kt(e){
let t=`callsheet-status callsheet-status--${String(e)[0]}xx`;return u("span",{class:t},String(e))}function Es({content:e,
mediaType:t},n){let r=C(t);if(!e.length)return u("p",{class:"callsheet-note"},$phrase`The answer has no body.`);if(/^image\//.
test(r))return Bn(e,r);if(!Ln(r,e))return u("p",{},$phrase`${Et(e.length)} of ${r||$phrase`no media type`}, which can be saved.`);
let s=we(e,t);if(s.length>Nn){let o=$phrase`This is the beginning; save it to see the rest.`;return u("div",{},Tt(s.slice(
0,Nn),null),u("p",{class:"callsheet-note"},o))}try{if(L(r))return ks(s,n);if(U(r))return ae(s),Tt(wn(s),ut)}catch{}return Tt(
s,null)}function Ln(e,t){return/^text\//.test(e)||L(e)||U(e)||/javascript|urlencoded/.test(e)?!0:!e&&!t.subarray(0,1e3).
includes(0)}function ks(e,t){let n=xn(e),r=Cn(n),s=t&&typeof n=="string"?Cs(n):null;return s?u("div",{},Bn(...s),r):r}function Cs(e){
let t=Object.keys(Pn).find(n=>e.startsWith(n));if(!t)return null;try{return[Uint8Array.from(atob(e),n=>n.charCodeAt(0)),
Pn[t]]}catch{return null}}function Tt(e,t){return u("pre",{class:"highlight",tabindex:"0",dir:"ltr","aria-label":$phrase`Body`},
u("code",{},...ht(e,t)))}function Bn(e,t){let n=u("figcaption",{},`${t}, ${Et(e.length)}`),r=u("img",{src:vn(e,t),alt:$phrase`The image that the server sent`,
load(){n.append(`, ${$phrase`${r.naturalWidth} × ${r.naturalHeight} pixels`}`)},error(){r.replaceWith($phrase`It says that it is ${t}, but it cannot be shown.`)}});
return u("figure",{class:"callsheet-image"},r,n)}function Ns({content:e,mediaType:t}){let n=vn(e,"application/octet-stre\
am");return u("a",{href:n,download:mt(t),class:"callsheet-button"},$phrase`Save`)}function Ps(e){let{content:t,mediaType:n}=e;
if(!t.length)return[];let r=de(),s=u("button",{type:"button",class:"callsheet-button",async click(){let a=await Fe(we(t,
n));r.textContent=a?$phrase`Copied`:$phrase`Select the text to copy it`}},$phrase`Copy`),i=[...Ln(C(n),t)?[s]:[],Ns(e),r];
return[u("p",{class:"callsheet-line"},...i)]}function Rn(e,t,n){let{status:r,reason:s,milliseconds:o,content:i,headers:a,
mediaType:c}=e,l=a.map(([d,h])=>u("tr",{},u("th",{scope:"row"},d),u("td",{},h))),f=c?`, ${c}`:"";return[u("p",{class:"ca\
llsheet-line"},kt(r),` ${s} `,u("span",{class:"callsheet-note"},`${Math.round(o)} ms, ${Et(i.length)}${f}`)),vs(t),u("de\
tails",{},u("summary",{},$phrase`Headers (${a.length})`),u("table",{class:"callsheet-headers"},u("tbody",{},...l))),Es(e,
n),...Ps(e)]}function vs({kind:e,text:t,found:n}){let r=n.map(({path:s,expected:o,got:i})=>u("li",{},u("strong",{},s),`:\
 ${$phrase`expected ${o}, got ${i}`}`));return u("div",{class:`callsheet-verdict callsheet-verdict--${e}`},u("p",{},t),...r.
length?[u("ul",{},...r)]:[])}var Ls=20;function We(e){return C(e)===be?"application/json":e}function _n(e,t,n,r,s,o){let[i,a]=[t,n].map(We);try{if(L(
i)&&U(a))return Ot(o,JSON.parse(e));if(U(i)&&L(a))return JSON.stringify(Se(ae(e),r,s),null,2)}catch{}return e}function Fn(e,t,n,r){
if(!e.trim())return n?[$phrase`The body is missing.`]:[];let s=We(t),o;try{if(L(s))o=JSON.parse(e);else if(U(s))o=Se(ae(
e),n,r);else return[]}catch(i){return[$phrase`The body is no valid ${U(s)?"XML":"JSON"}: ${Ct(i)}.`]}return n?Oe(Ls,ie(o,
n,r)).map(({path:i,expected:a,got:c})=>`${i}: ${$phrase`expected ${a}, got ${c}`}.`):[]}function Ct(e){return e instanceof
Error?e.message:String(e)}function jn(e){try{return Object.entries(JSON.parse(e)).map(([t,n])=>[t,typeof n=="string"?n:JSON.
stringify(n)])}catch{return[]}}function Dn(e){try{return te(JSON.parse(e))}catch{return!1}}var Nt=$phrase`status`,Bs=20;function Mn(e,{status:t,mediaType:n,content:r}){let{statuses:s=[],ranges:o=[],gets:i=[],got:a,
types:c={}}=e,l=[...s,...o],f=o.some(m=>m==="default"||m[0]===String(t)[0]);if(l.length&&!s.includes(t)&&!f)return[{path:Nt,
expected:l.join(` ${$phrase`or`} `),got:String(t)}];let d=C(n);if(t===204||t===205||t===304||e.method==="HEAD")return[];
if(t>=400)return L(d)&&r.length?In(r,d,void 0,{}):[];let h=i.map(C);return h.length&&(d||a)&&!h.includes(d)?[{path:$phrase`media type`,
expected:h.join(` ${$phrase`or`} `),got:d||$phrase`none`}]:a&&!r.length?[{path:$phrase`body`,expected:$phrase`a body`,got:$phrase`nothing`}]:
In(r,d,a,c)}function In(e,t,n,r){let s=we(e,t);try{if(U(t))ae(s);else if(L(t)){let o=JSON.parse(s);return n?Oe(Bs,ie(o,n,
r)).map(i=>({...i,path:`${$phrase`body`} ${i.path}`})):[]}return[]}catch(o){return[{path:$phrase`body`,expected:U(t)?$phrase`well-formed XML`:
"JSON",got:Ct(o)}]}}var Rs=401;function Un(e,t,{faults:n,isChanged:r,isAnonymous:s}){let o=Mn(e,t),{status:i}=t,a=i>=400&&i<500,c=i===Rs&&s,
l=o.some(({path:h})=>h===Nt);if(a&&(r||c)&&l){let h=$phrase`Refused; your input is not that of the example.`;n.length?h=
$phrase`Refused, as your input is not what the page allows.`:c&&(h=$phrase`Refused, as the request has no credentials: choose how to sign in.`);
let m=$phrase`The page does not document ${i}.`;return{kind:"neutral",text:`${h} ${m}`,said:$phrase`refused, ${i} is not documented`,
found:[]}}if(o.length){let h=o.length===1?$phrase`1 difference from the page`:$phrase`${o.length} differences from the page`;
return{kind:"bad",text:$phrase`Not as documented:`,said:h,found:o}}let f=!!(e.statuses?.length||e.ranges?.length);return a&&
f?{kind:"neutral",text:$phrase`Refused, as documented for ${i}.`,said:$phrase`refused as documented`,found:o}:n.length&&
i<400?{kind:"neutral",text:$phrase`As documented for ${i}, although the page does not allow this input.`,said:$phrase`as documented`,
found:o}:{kind:"good",text:f?$phrase`As documented for ${i}.`:$phrase`The page documents no status.`,said:$phrase`as documented`,
found:o}}var _s={spaceDelimited:" ",pipeDelimited:"|"},Fs={label:[".","."],matrix:[";",";"]};function Ke(e,{shape:t}){return t===
"object"?Hn(e,t):t!=="array"?e:(e.startsWith("[")?Hn(e,t):null)??e.split(",").map(r=>r.trim()).filter(Boolean)}function Hn(e,t){
try{let n=JSON.parse(e);return Ve(n)===t?n:null}catch{return null}}function qe(e){return e===null?"":typeof e=="string"?
e:JSON.stringify(e)}function Xn(e){return(Array.isArray(e)?e:Object.entries(e).flat()).map(qe)}function Vn(e,t){let{name:n,
style:r="",explode:s}=e,o=Ke(t,e);if(o===null||typeof o=="string")return[[n,t]];if(r==="deepObject")return Pt(Array.isArray(
o)?`${n}[]`:n,o);if(s)return(Array.isArray(o)?o.map(c=>[n,c]):Object.entries(o)).map(([c,l])=>[c,qe(l)]);let i=Xn(o);return i.
length?[[n,i.join(_s[r]??",")]]:[]}function Pt(e,t){return Array.isArray(t)?t.flatMap(n=>Pt(e,n)):te(t)?Object.entries(t).
flatMap(([n,r])=>Pt(`${e}[${n}]`,r)):[[e,qe(t)]]}function Jn(e,t){let{style:n="",explode:r}=e,s=encodeURIComponent(e.name),
o=Ke(t,e),i=n==="matrix",[a,c]=Fs[n]??["",","];if(o===null||typeof o=="string"){let d=encodeURIComponent(t);return a+(i?
s+(d&&`=${d}`):d)}let l=d=>encodeURIComponent(qe(d));if(!r){let d=Xn(o).map(l).join(",");return d&&a+(i?`${s}=${d}`:d)}let f=Array.
isArray(o)?o.map(d=>(i?`${s}=`:"")+l(d)):Object.entries(o).map(([d,h])=>`${l(d)}=${l(h)}`);return f.length?a+f.join(c):""}var js=/auth(?!or(?!iz))|token|cookie|secret|passw|pwd|(api|access|private)[_-]?key|credential|session|^(so[_-]?)?ticket$/i;
function G(e){return js.test(e)}function Te(e){let{password:t,token:n,key:r}=A.get();return[t,n,r].some(s=>s&&e.includes(
s))}var Ds=new Map([["int32","numeric"],["int64","numeric"],["double","decimal"]]),Is=/^(accept-(charset|encoding)|access-control-.*|connection|content-length|cookie2?|date|dnt|expect|host|keep-alive|origin|proxy-.*|referer|sec-.*|set-cookie|te|trailer|transfer-encoding|upgrade|via)$/i,
Ms=/^[\t\x20-\x7e]*$/,zn=0;function Y(){return zn+=1,`callsheet-console-${zn}`}function H(e,t,n=""){let r=Y(),s=u("span",
{id:`${r}-fault`,class:"callsheet-fault",hidden:!0});return t.id=r,t.setAttribute("aria-describedby",`${r}-hint ${r}-fau\
lt`),{element:u("div",{class:"callsheet-field"},u("label",{for:r},e),u("div",{},t,u("span",{id:`${r}-hint`,class:"callsh\
eet-note",hidden:!n},n),s)),blame(i){return s.textContent=i,s.hidden=!i,t.setAttribute("aria-invalid",String(!!i)),i}}}function D(e,t=e){
return u("option",{value:e},t)}function Wn({type:e,shape:t}){return e==="array"||t==="array"}function Us(e){let{name:t,type:n,
values:r,required:s}=e;if(r?.length||n==="bool"){let i=r?.length?r:["true","false"];return u("select",{},D("",s?$phrase`Choose …`:
$phrase`not sent`),...i.map(a=>D(a)))}let o={placeholder:Hs(e),autocomplete:"off",spellcheck:"false"};return u("input",{
type:G(t)?"password":"text",inputmode:Ds.get(n??"")??"text",...o})}function Hs(e){return e.type==="date-time"?"2026-11-2\
1T09:30:00Z":Wn(e)?$phrase`one, two`:e.shape==="object"?'{"key": "value"}':e.required?"":$phrase`not sent`}function Ge(e,t,n){
let{name:r,type:s,required:o,shape:i}=e,a=Us(e),c=t==="header"&&Is.test(r),l=[s,o&&$phrase`required`,Wn(e)&&$phrase`commas between the values`,
i==="object"&&$phrase`an object in JSON`,c&&$phrase`set by the browser itself`],{element:f,blame:d}=H(r,a,l.filter(Boolean).
join(", "));o&&a.setAttribute("aria-required","true"),a.disabled=c;let h=()=>d(Xs(e,t,a));return a.addEventListener("inp\
ut",()=>{a.getAttribute("aria-invalid")==="true"&&h(),n()}),a.addEventListener("change",()=>ee(h)),{name:r,place:t,element:f,
check:h,isSendable:()=>!Kn(t,a.value),get:()=>c?"":a.value,set(m){let y=a instanceof HTMLSelectElement?[...a.options]:null;
m&&y&&!y.some(b=>b.value===m)&&a.append(D(m)),a.value=m,d("")}}}function Xs(e,t,n){let{name:r,required:s}=e,o=n.value;return o?
Vs(e,t,o):s&&!n.disabled?$phrase`${r} is required.`:""}function Vs({name:e,type:t,values:n,shape:r},s,o){let i=Kn(s,o);if(i)
return`${e}: ${i}.`;if(r==="object"&&Ke(o,{shape:r})===null)return $phrase`${e}: expected ${$phrase`an object in JSON`}.`;
let a=$n(o,t,n);return a&&$phrase`${e}: expected ${a}.`}function Kn(e,t){if(e==="path"&&/^\.{1,2}$/.test(t))return $phrase`a path cannot have ${t} in it`;
let n=Ms.test(t)&&t===t.trim();return e==="header"&&!n?$phrase`expected one line of ASCII characters`:""}var vt="••••••",qn={name:"file",type:"application/octet-stream"};function $e(e){let t=n=>encodeURIComponent(
n).replaceAll("%24","$");return e.map(([n,r])=>`${t(n)}=${t(r)}`).join("&")}function j({base:e,path:t,query:n}){return e+
t+(n.length?`?${$e(n)}`:"")}function Gn(e,t){return e.split(/\{([^{}/]+)\}/).map((n,r)=>r%2?t(n):encodeURI(n).replaceAll(
"%25","%")).join("")}function Yn(e,t){let n=o=>o.map(([i,a])=>{let c=G(i)||i===e.keyField;return[i,c?vt:a]}),r={...e,headers:n(
e.headers),query:n(e.query)};if(!t||!e.authorization)return r;let[s]=e.authorization.split(" ");return{...r,basic:e.basic&&
[e.basic[0],vt],authorization:`${s} ${vt}`}}function Zn(e){let{body:t}=e;if(!t)return{...e,body:null};let{file:n,files:r,
...s}=t;return{...e,body:{...s,...n!==void 0&&{file:n??qn},...r&&{files:r.map(([o,i])=>[o,i??qn])}}}}var er={};window.callsheetFiles=e=>{er=e};async function tr(){try{await je("console/files.js")}catch(e){reportError(e)}}
function Lt(e){let t=C(e),n=er[t];if(!n)return null;let[r,s]=n;return new File([Uint8Array.from(atob(s),o=>o.charCodeAt(
0))],r,{type:t})}function Qn({name:e,size:t}){return $phrase`${e} (${t.toLocaleString($phrase`en`)} bytes)`}function Bt(e,t,n){
let r=Lt(t),s=u("input",{type:"file"}),o=u("span",{class:"callsheet-note",role:"status"}),i=u("button",{type:"button",class:"\
callsheet-button",hidden:!0},""),{element:a,blame:c}=H(e,s,$phrase`Or drop a file here.`);s.after(o,i),a.classList.add("\
callsheet-drop");let l=()=>s.files?.[0]??null,f=()=>l()??r,d=()=>c(f()?"":$phrase`${e}: choose a file.`),h=()=>{let x=l();
x?o.textContent=$phrase`Sends your ${Qn(x)}.`:o.textContent=r?$phrase`Sends ${Qn(r)} of this site.`:$phrase`No file is chosen.`,
a.classList.toggle("callsheet-drop--ready",!x&&r!==null),i.hidden=!x||!r,i.textContent=$phrase`Send ${r?.name} instead`,
f()&&c("")},m=()=>{h(),n()},y=()=>{s.value="",h()};s.addEventListener("change",m),i.addEventListener("click",()=>{y(),s.
focus(),n()});let b=x=>a.classList.toggle("callsheet-drop--over",x);return a.addEventListener("dragover",x=>{x.dataTransfer?.
types.includes("Files")&&(x.preventDefault(),b(!0))}),a.addEventListener("dragleave",()=>b(!1)),a.addEventListener("drop",
x=>{b(!1),x.dataTransfer?.files.length&&(x.preventDefault(),s.files=x.dataTransfer.files,m())}),h(),{name:e,element:a,check:d,
get:f,own:()=>l()?.name??"",drop:y,retype(x){r=Lt(x)??Lt(t),h()}}}async function nr(e,t){let{body:n,sends:r=[]}=e;if(!n||/^(GET|HEAD)$/.test(e.method))return null;let s=r.find(d=>C(d)===
C(n.type)),o=[...new Set([...r.map(d=>d===s?n.type:d),...s||!n.type?[]:[n.type]])],i=u("select",{},...o.map(d=>D(d))),a=H(
"Content-Type",i);(n.file||n.parts?.files.length)&&await tr();let c=Js(e,n,t);i.addEventListener("change",()=>{c.retype?.(
i.value),t()});let f={element:u("fieldset",{},u("legend",{},$phrase`Body: ${n.name}`),...o.length?[a.element]:[],...c.elements),
type:()=>i.value,check:()=>c.check(i.value),content:()=>c.content(i.value),text:c.text,set(d,h){o.includes(d)&&(i.value=
d),c.set?c.set(i.value,h):c.retype?.(i.value)},fill(d){f.set(d.type||o[0],d.text??""),c.setFields?.(d.parts?.fields??[]),
f.dropFiles()},isSendable:()=>c.isSendable?.(i.value)??!0,fields:c.fields,setFields:c.setFields,files:()=>(c.files??[]).
map(({own:d})=>d()).filter(Boolean),dropFiles(){for(let d of c.files??[])d.drop()}};return f}function Js(e,t,n){return t.
file?Ws(t.file,n):t.parts?Ks(t.parts,n):zs(e,t,n)}function zs({sent:e,types:t={}},n,r){let s=Y(),o=u("ul",{id:s,class:"c\
allsheet-faults",hidden:!0}),i=hn($phrase`Body: ${n.name}`,s,()=>{o.hidden||c(a),r()}),a="",c=f=>{let d=Fn(i.get(),f,e,t);
return o.replaceChildren(...d.map(h=>u("li",{},h))),o.hidden=!d.length,i.area.setAttribute("aria-invalid",String(!!d.length)),
d};i.area.addEventListener("blur",()=>ee(()=>c(a)));let l=(f,d)=>{a=f,i.set(d,We(f)),o.hidden=!0,i.area.setAttribute("ar\
ia-invalid","false")};return{elements:[i.area,o],check:c,text:i.get,set:l,retype(f){l(f,_n(i.get(),a,f,e,t,n.name))},content(f){
let d=i.get();return C(f)===be?{form:jn(d)}:{text:d}},isSendable:f=>C(f)!==be||Dn(i.get())}}function Ws(e,t){let n=Bt($phrase`File`,
e,t);return{elements:[n.element],check:()=>[n.check()].filter(Boolean),content(r){let s=n.get();return C(r)!==pn?{file:s}:
{fields:[],files:[["file",s]]}},retype:n.retype,files:[n]}}function Ks({fields:e,files:t},n){let r=e.map(([i])=>Ge({name:i},
"query",n)),s=t.map(([i,a])=>Bt(i,a,n)),o=()=>r.map(({name:i,get:a})=>[i,a()]).filter(([,i])=>i);return{elements:[...r,...s].
map(({element:i})=>i),check:()=>s.map(i=>i.check()).filter(Boolean),content:()=>({fields:o(),files:s.map(i=>[i.name,i.get()])}),
fields:o,setFields(i){let a=[...i];for(let c of r){let l=a.findIndex(([f])=>f===c.name);c.set(l<0?"":a.splice(l,1)[0][1])}},
files:s}}var Ye=De("localStorage","callsheet.workspace"),qs="http://127.0.0.1:8765";function Rt(e){let t;try{t=new URL(e,location.
protocol==="file:"?void 0:location.origin)}catch{return null}let{protocol:n,username:r,password:s,search:o,hash:i}=t;return!/^https?:$/.
test(n)||r||s||o||i?null:t.href.replace(/\/+$/,"")}function _t(e){return e===lt}async function Gs(){if(location.protocol===
"file:")return!1;try{return(await fetch(location.pathname,{method:"HEAD",credentials:"omit"})).headers.has("X-Request-Id")}catch{
return!1}}async function rr({servers:e,sandbox:t,base:n=""}){let s=t&&location.protocol!=="file:"?[{url:lt,name:$phrase`In this page`}]:
[],o=e.flatMap(({url:d,name:h})=>{let m=Rt(d);return m?[{url:m,name:h}]:[]}),a=(o.some(({url:d})=>d===location.origin)||
!e.length)&&await Gs();if(e.length)return[...o.map(h=>({...h,isReference:a&&h.url===location.origin})),...s];let c=location.
origin+n,l=a?[{url:c,name:$phrase`This site`,isReference:a}]:[],f={url:qs+n,name:$phrase`This machine`,isReference:!0};return[
...s,...l,f].filter(({url:d},h,m)=>m.findIndex(y=>y.url===d)===h)}function Ys(){let e=Ye.get();if(e!==null)return e;let t=`\
reader-${[...crypto.getRandomValues(new Uint32Array(3))].map(n=>n.toString(36)).join("")}`;return Ye.set(t),t}function sr({
any:e},t,n){let{base:r}=A.get(),s=r?Rt(r):null,o=O=>t.some(T=>T.url===O),i=t.map(({url:O,name:T})=>D(O,_t(O)?T:T?`${T} (${O}\
)`:O)),a=u("datalist",{id:Y()},...e?i:[]),c=e?u("input",{type:"url",autocomplete:"off",spellcheck:"false",list:a.id}):u(
"select",{},...i),l=s&&!e&&!o(s)?$phrase`Of your values, ${s} is not among the addresses that this site allows.`:"",{element:f,
blame:d}=H($phrase`Server`,c,l);e&&f.append(a);let h=u("input",{autocomplete:"off",spellcheck:"false"}),m=H($phrase`Workspace`,
h,$phrase`Your changes stay apart from those of other readers. Empty for the one that all share.`);c.value=s&&(e||o(s))?
s:t[0]?.url??"";let y=()=>{let O=Rt(c.value);return O&&(e||o(O))?O:null},b=()=>t.some(({url:O,isReference:T})=>T&&O===y()),
x=()=>{m.element.hidden=!b(),b()&&!h.value&&(h.value=Ys())};h.addEventListener("input",()=>{m.blame(/^[\x20-\x7e]*$/.test(
h.value)?"":$phrase`Workspace: expected ASCII characters.`),Ye.set(h.value.trim()),n()}),x();let E=()=>d(y()?"":$phrase`Server: expected an address such as https://example.com/tenant.`);
return c.addEventListener("change",()=>{E()||A.set("base",y()??""),ee(x),n()}),{elements:[f,m.element],check:E,get:y,workspace:()=>b()&&
/^[\x20-\x7e]*$/.test(h.value)?h.value.trim():"",set(O,T){(e||o(O))&&(c.value=O),x(),!(!b()||h.value===T)&&(h.value=T,Ye.
set(T))}}}function Ft(e){let[,t=""]=/^Basic (\S+)$/i.exec(e)??[];try{let[,n,r]=/^([^:]*):([\x20-\x7e]*)$/.exec(atob(t))??[];return n&&
/^[\x20-\x7e]+$/.test(n)?[n,r]:null}catch{return null}}function Zs(e){return e==="Basic"?$phrase`Basic: user and password`:
e===ct?$phrase`API key: a header field`:$phrase`${e}: token`}function or(e){return/^(example|none)$/.test(e)?[]:e==="Bas\
ic"?["user","password"]:e===ct?["keyName","key"]:["token"]}function ir(e,t){let[n]=Ft(e.authorization??"")??[],r=u("sele\
ct",{},...e.authorization?[D("example",n?$phrase`As ${n}, as in the example`:$phrase`As in the example`)]:[],...an().map(
m=>D(m,Zs(m))),D("none",$phrase`No credentials`)),s=H($phrase`Sign in`,r),o=()=>or(r.value).length>0,i=[Ae("user",$phrase`User`,
"text"),Ae("password",$phrase`Password`,"password"),Ae("token",$phrase`Token`,"password"),Ae("keyName",$phrase`Header field`,
"text","X-API-Key"),Ae("key",$phrase`Key`,"password")],a=u("button",{type:"button",class:"callsheet-button",click(){A.forget(),
d(),t()}},$phrase`Forget`),c=u("p",{class:"callsheet-note callsheet-line"},`${$phrase`They stay in this tab, and go only to the server above.`}\
 `,a),l=()=>{let m=or(r.value);for(let{name:y,element:b}of i)b.hidden=!m.includes(y);c.hidden=!m.length},f=()=>{let m=A.
get();for(let y of i)y.fill(m[y.name]??"")},d=()=>{let m=A.get();ft(m)?r.value=m.scheme??"Basic":r.value=e.authorization?
"example":"none",f(),l()},h=()=>{o()&&A.set("scheme",r.value),l()};return r.addEventListener("change",()=>{h(),t()}),d(),
{element:u("fieldset",{},u("legend",{},$phrase`Credentials`),s.element,...i.map(({element:m})=>m),c),fill:f,isOwn:o,choice:()=>r.
value,choose(m){m!==r.value&&(r.value=m,h())},field(){return r.value==="none"?null:o()?ft({...A.get(),scheme:r.value}):e.
authorization?["Authorization",e.authorization]:null},check:()=>i.map(({element:m,check:y})=>m.hidden?"":y()).filter(Boolean)}}
function Ae(e,t,n,r=""){let s=u("input",{type:n,autocomplete:"off",spellcheck:"false",placeholder:r}),{element:o,blame:i}=H(
t,s),a=e==="user"||e==="password"?null:Re[e],c=l=>!a||a.test(l);return s.addEventListener("input",()=>{let l=s.value.trim(),
f=!l||c(l),d=e==="keyName"?$phrase`letters, digits, - and _`:$phrase`letters, digits and . _ ~ + / = : -`;i(f?"":$phrase`${t}: expected ${d} only.`),
A.set(e,f?l:"")}),{name:e,element:o,fill(l){s!==document.activeElement&&(s.value=l,i(""))},check(){let l=s.value.trim()||
r,f=l&&c(l);return i(f?"":$phrase`${t} is required, or choose another way to sign in.`)}}}var Qs="Callsheet-Workspace";async function ar(e,t,n){let r=await rr(t),s=new Map,o=[["path",e.path],["query",e.query],[
"header",e.headers]];for(let[i,a=[]]of o)for(let c of a)s.set(Ge(c,i,n),c);return{data:e,parameters:s,server:sr(t,r,n),body:await nr(
e,n),signing:ir(e,n),accept:eo(e,n)}}function eo({gets:e=[],accept:t},n){if(!e.length)return null;let r=u("select",{change:n},
...e.map(s=>D(s)));return r.value=e.find(s=>s===t)??e.find(L)??e[0],{element:H("Accept",r).element,control:r}}function Ze({
data:e,parameters:t,body:n},r){e.body&&n?.fill(e.body);for(let[s,{value:o=""}]of t)s.set(s.place==="path"&&r[`path:${s.name}`]||
o)}function le({parameters:e},t){return[...e.keys()].filter(n=>n.place===t)}function ge(e){let{data:t,parameters:n,server:r,
body:s,signing:o,accept:i}=e,a=E=>{let O=le(e,"path").find(M=>M.name===E),T=O&&n.get(O),_=O?.get()??"";return T?.style?Jn(
T,_):encodeURIComponent(_)},c=E=>le(e,E).filter(O=>O.get()).flatMap(O=>{let T=n.get(O);return E==="query"&&T?.style?Vn(T,
O.get()):[[O.name,O.get()]]}),l=s?.content()??null,f=s&&l&&!l.files?s.type():"",d=c("header");f&&d.unshift(["Content-Typ\
e",f]),i&&d.unshift(["Accept",i.control.value]);let h=o.field(),m=h?.[0]==="Authorization"?h[1]:"",y=h&&!m?h[0]:"",b=d.filter(
([E])=>E.toLowerCase()!==y.toLowerCase()),x=r.workspace();return{method:t.method,base:r.get()??"",path:Gn(t.route,a),query:c(
"query"),headers:[...b,...h&&y?[h]:[],...x?[[Qs,x]]:[]],contentType:f,body:l,authorization:m,keyField:y,basic:Ft(m)}}function Qe({
server:e,parameters:t,body:n,signing:r}){let s=[...t.keys()].map(o=>o.check());return[e.check(),...s,...n?.check()??[],...r.
check()].filter(Boolean)}function jt({server:e,parameters:t,body:n}){return!!e.get()&&[...t.keys()].every(r=>r.isSendable())&&
(n?.isSendable()??!0)}function cr(e){let t=A.get(),n=le(e,"path").filter(({get:s})=>Re.path.test(s())),r=n.filter(s=>{let o=t[`\
path:${s.name}`]??e.parameters.get(s)?.value;return s.get()!==o});return r.length?(A.setHere(n.map(({name:s,get:o})=>[`p\
ath:${s}`,o()])),r.map(({name:s,get:o})=>`${s} ${o()}`)):[]}var to=6;function lr(e,t){let{data:n,parameters:r,server:s,body:o,signing:i,accept:a}=e,c=F=>{let{required:Le,value:Be}=r.
get(F)??{};return!!(Le||Be)},l=le(e,"query"),f=u("h2",{tabindex:"-1",id:Y()},$phrase`Try it`),d=u("button",{type:"button",
class:"callsheet-icon","aria-label":$phrase`Close the console`},"×"),h=u("p",{role:"status",class:"callsheet-say callsh\
eet-say--quiet"}),m=u("button",{type:"submit",class:"callsheet-button callsheet-primary",title:$phrase`Ctrl+Enter`,"aria\
-keyshortcuts":"Control+Enter Meta+Enter"},$phrase`Send`,u("kbd",{"aria-hidden":"true"},`${$phrase`Ctrl`} ↵`)),y=It($phrase`Send anyway`),
b=It($phrase`Reset to the example`),x=It($phrase`Cancel`),E=Y();m.setAttribute("form",E);let O=u("div",{class:"callsheet\
-answer"}),T=u("div",{}),_=u("form",{novalidate:!0,id:E},...s.elements,...Dt($phrase`Path`,le(e,"path")),...Dt($phrase`Query`,
l,l.length>to&&!l.some(c)),...o?[o.element]:[],...a?[a.element]:[],i.element,...Dt($phrase`More headers`,le(e,"header"),
!0),u("p",{class:"callsheet-line"},b));if(n.body&&!o){let F=$phrase`Browsers send no body with ${n.method}.`;_.append(u(
"p",{class:"callsheet-note"},F))}return{section:u("section",{class:"callsheet-console",id:Y(),"aria-labelledby":f.id,"da\
ta-search-exclude":!0},u("div",{class:"callsheet-console-bar"},f,u("p",{class:"callsheet-url"},_e(n.method),t.address),m,
d),u("div",{class:"callsheet-console-columns"},_,u("div",{class:"callsheet-console-beside"},h,x,y,O,t.element,T))),form:_,
title:f,status:h,answer:O,history:T,sendButton:m,anywayButton:y,resetButton:b,cancelButton:x,closeButton:d}}function Dt(e,t,n=!1){
if(!t.length)return[];let r=t.map(({element:s})=>s);return n?[u("details",{},u("summary",{},`${e} (${t.length})`),u("fie\
ldset",{"aria-label":e},...r))]:[u("fieldset",{},u("legend",{},e),...r)]}function It(e){return u("button",{type:"button",
class:"callsheet-button",hidden:!0},e)}var no=2e4;function fr(e){return e.length>no||Te(e)||(e.match(/"([^"\\]|\\.)*"(?=\s*:)|<[\w:.-]+/g)??[]).some(n=>G(n.replace(
/["<]/g,"")))?void 0:e}function et(e,t){return!G(e)&&!Te(t)}function pr({place:e,name:t}){return`${e}:${t}`}function fe({
parameters:e,server:t,body:n,signing:r,accept:s}){let o=[...e.keys()].filter(m=>m.get()),i=o.filter(m=>et(m.name,m.get())),
a=n?.text?.(),c=a===void 0?void 0:fr(a),l=n?.fields?.(),f=l?.filter(([m,y])=>et(m,y)&&fr(y)!==void 0),h=[...[...o.filter(
m=>!i.includes(m)).map(({name:m})=>m),...l?.filter(m=>!f?.includes(m)).map(([m])=>m)??[]],...a!==void 0&&c===void 0?[$phrase`the body`]:
[],...(n?.files()??[]).map(m=>$phrase`the file ${m}`)];return{base:t.get()??"",workspace:t.workspace(),fields:i.map(m=>[
pr(m),m.get()]),accept:s?.control.value??"",sign:r.choice(),credentials:r.isOwn()?A.get().mark??"":"",type:n?.type()??"",
...c!==void 0&&{text:c},...f&&{parts:f},lacks:h}}function Ee({base:e,workspace:t,credentials:n,...r}){return JSON.stringify(
r)}function Mt(e,t){let{parameters:n,server:r,body:s,signing:o,accept:i}=e,a=new Map(t.fields);for(let d of n.keys())d.set(
a.get(pr(d))??"");r.set(t.base,t.workspace),i&&(i.control.value=t.accept),o.choose(t.sign),s?.dropFiles(),s?.set(t.type,
t.text??""),s?.setFields?.(t.parts??[]);let c=fe(e),l=d=>JSON.stringify(c[d])!==JSON.stringify(t[d]),f=[...t.lacks];return l(
"base")?f.push($phrase`the server ${t.base}`):l("workspace")&&f.push($phrase`the workspace ${t.workspace}`),l("sign")?f.
push($phrase`the sign-in ${t.sign}`):l("credentials")&&f.push($phrase`the credentials`),(l("fields")||l("parts"))&&f.push(
$phrase`fields that this page no longer has`),(l("accept")||l("type"))&&f.push($phrase`a media type that this page no longer has`),
f}var ro=20,so=20;function ur(e,t){let n=De("sessionStorage",e);return{get(){try{let r=JSON.parse(n.get()??"");return Array.
isArray(r)?r.filter(({state:s})=>s?.fields):[]}catch{return[]}},set(r){n.set(r.length?JSON.stringify(r.slice(0,t)):null)}}}
var tt=ur("callsheet.history",ro),ke={get:tt.get,add(e){tt.set([e,...tt.get()])},clear(){tt.set([])}},Ut=ur("callsheet.d\
rafts",so),nt={get:e=>Ut.get().find(t=>t.uid===e)?.state,set(e,t){let n=Ut.get().filter(r=>r.uid!==e);Ut.set(t?[{uid:e,state:t},
...n]:n)}};function dr(e,t,n,r){let s=n.query.filter(([i,a])=>et(i,a)),o=n.path+(s.length?`?${$e(s)}`:"");return{uid:e,status:r,
time:new Date().toTimeString().slice(0,8),page:location.pathname,method:n.method,target:Te(n.path)?"…":o,state:t}}function hr(e,t,n){let r=ke.get(),s=a=>u("span",{class:"callsheet-note"},a),o=r.map(a=>u("li",{},_e(a.method),u("code",{},
a.target),a.status?kt(a.status):s($phrase`no answer`),s(a.time),a.uid===e?u("button",{type:"button",class:"callsheet-but\
ton",click:()=>t(a),"aria-label":$phrase`Repeat ${a.method} ${a.target}`},$phrase`Repeat`):u("a",{href:a.page},$phrase`Its page`))),
i=u("button",{type:"button",class:"callsheet-button",click:n},$phrase`Clear`);return u("details",{class:"callsheet-histo\
ry",hidden:!r.length},u("summary",{},$phrase`History of this session (${r.length})`),u("ul",{},...o),u("p",{class:"calls\
heet-line"},i,s($phrase`Secrets, files, and bodies above 20 kB are not remembered.`)))}var Ce=/(?! )[\p{C}\p{Z}]/gu,Ht={"\n":"\\n","\r":"\\r","	":"\\t"},oo=50;function rt(e,t){return e.toString(16).padStart(
t,"0")}function io(e){let t=e.codePointAt(0)??0;return t<=255?`\\x${rt(t,2)}`:t<=65535?`\\u${rt(t,4)}`:`\\U${rt(t,8)}`}function B(e){
let t=e.split('"').length>e.split("'").length?"'":'"',n=e.replaceAll("\\","\\\\").replaceAll(t,`\\${t}`).replace(Ce,r=>Ht[r]??
io(r));return t+n+t}function ao(e){return e.split("").map(t=>`\\u${rt(t.charCodeAt(0),4)}`).join("")}function P(e){return`\
"${e.replaceAll("\\","\\\\").replaceAll('"','\\"').replaceAll("</","<\\/").replace(Ce,n=>Ht[n]??ao(n))}"`}function I(e){
return P(e).replaceAll("<\\/","</")}function X(e){return mr(e)?`'${e.replace(/[\\']/g,"\\$&")}'`:`"${e.replace(/[\\"$]/g,
"\\$&").replace(Ce,n=>{let r=n.codePointAt(0)??0;return Ht[n]??`\\u{${r.toString(16)}}`})}"`}var co={"\n":"`n","\r":"`r",
"	":"`t"};function R(e){return mr(e)?`'${e.replace(/['\u2018-\u201b]/g,"$&$&")}'`:`"${e.replace(/[`$"\u201c-\u201e]/g,"`\
$&").replace(Ce,n=>{let r=n.codePointAt(0)??0;return co[n]??`\`u{${r.toString(16)}}`})}"`}function mr(e){return e.search(
Ce)<0}function K(e){return/^[A-Za-z0-9_./:@%+,-]+$/.test(e)?e:`'${e.replaceAll("\0","�").replaceAll("'","'\\''")}'`}function st(e,t){
try{JSON.parse(e)}catch{return!1}let n=0;for(let{token:r}of xe(e,Ie)){r==="{"||r==="["?n+=1:(r==="}"||r==="]")&&(n-=1);let s=/^-?\d/.
test(r)?Math.abs(Number(r)):0;if(n>oo||!Number.isFinite(s)||/^-?\d+$/.test(r)&&s>t)return!1}return!0}function $r(e,t){let n="";
for(let{token:r,end:s}of xe(e,Ie)){let o=r[0]==='"'&&/^\s*:/.test(e.slice(s,s+99));n+=t(r,o)}return n.trim()}var lo={true:"\
True",false:"False",null:"None"};function gr(e){return $r(e,t=>t[0]==='"'?B(JSON.parse(t)):lo[t]??t)}function yr(e){return $r(
e,(t,n)=>{if(t[0]!=='"')return t;let r=JSON.parse(t);return n&&r==="__proto__"?'["__proto__"]':P(r)})}function br(e){return e.
match(/[^\n]*\n|[^\n]+$/g)??[""]}function ot(e,t){return e.replaceAll(`
`,`
${t}`)}function wr(e){let{method:t,basic:n,body:r}=e,s=J(e),[o,i]=Me(e),a=o.map(([d,h])=>`request.Headers.TryAddWithoutValidati\
on(${I(d)}, ${I(h)});`),c=[];if(n){c.push("System.Net.Http.Headers","System.Text");let d=`Encoding.UTF8.GetBytes(${I(n.join(
":"))})`;a.push(`request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(${d}));`)}
r&&a.push(...fo(r,i,c));let l=s?`await File.WriteAllBytesAsync(${I(s)}, await response.Content.ReadAsByteArrayAsync());`:
"Console.WriteLine(await response.Content.ReadAsStringAsync());",f=[...new Set(c)].sort().map(d=>`using ${d};`);return`${f.
length?`${N(f)}
`:""}using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(${V}) };
using var request = new HttpRequestMessage(new HttpMethod(${I(t)}), ${I(j(e))});
${N(a)}
using var response = await client.SendAsync(request);
Console.WriteLine($"{(int)response.StatusCode} {response.ReasonPhrase}");
${l}
`}function fo(e,t,n){let r=i=>`await File.ReadAllBytesAsync(${I(i)})`,s=i=>i?` { Headers = { ContentType = MediaTypeHead\
erValue.Parse(${I(i)}) } }`:"";if(n.push("System.Net.Http.Headers"),e.form)return[`request.Content = new FormUrlEncodedC\
ontent([${e.form.map(a=>`new(${a.map(I).join(", ")})`).join(", ")}]);`];if(e.file)return[`request.Content = new ByteArra\
yContent(${r(e.file.name)})${s(t)};`];if(!e.files)return n.push("System.Text"),[`request.Content = new ByteArrayContent(${`\
Encoding.UTF8.GetBytes(${po(e.text??"")})`})${s(t)};`];let o=["var form = new MultipartFormDataContent();"];for(let[i,a]of e.
fields??[])o.push(`form.Add(new StringContent(${I(a)}), ${I(i)});`);for(let[i,a]of e.files){let c=`new ByteArrayContent(${r(
a.name)})${s(a.type)}`;o.push(`form.Add(${c}, ${I(i)}, ${I(a.name)});`)}return[...o,"request.Content = form;"]}function po(e){
return!me(e)||e.includes('"""')?I(e):`"""
${e}
"""`}function xr(e){let{method:t,body:n,basic:r}=e,s=j(e),o=J(e),i=c=>`"${c.replace(/[\\"]/g,"\\$&")}"`,a=[`curl --silent --s\
how-error --max-time ${V}${/[[\]{}]/.test(s)?" --globoff":""}`];t==="HEAD"?a.push("--head"):t!==(n?"POST":"GET")&&a.push(
`--request ${K(t)}`),r&&a.push(`--user ${K(r.join(":"))}`);for(let[c,l]of z(e))a.push(`--header ${K(l?`${c}: ${l}`:`${c}\
;`)}`);if(!n&&/^(POST|PUT|PATCH)$/.test(t)&&a.push("--header 'Content-Length: 0'"),n?.form){for(let[c,l]of n.form)a.push(
`--data-urlencode ${K(`${encodeURIComponent(c)}=${l}`)}`);n.form.length||a.push("--data ''")}else if(n?.file)a.push(`--d\
ata-binary ${K(`@${n.file.name}`)}`);else if(n?.files){for(let[c,l]of n.fields??[])a.push(`--form-string ${K(`${c}=${l}`)}`);
for(let[c,{name:l,type:f}]of n.files)a.push(`--form ${K(`${c}=@${i(l)}${f?`;type=${f}`:""}`)}`)}else n&&(e.contentType||
a.push("--header Content-Type:"),a.push(`--data-raw ${K(n.text??"")}`));return o&&a.push(`--output ${o}`),a.push(K(s)),`${a.
join(` \\
  `)}
`}function Or(e){let{method:t,base:n,path:r,query:s,body:o,authorization:i}=e,{host:a,pathname:c}=new URL(n),l=c.replace(/\/$/,
"")+r+(s.length?`?${$e(s)}`:""),h=[["Host",a],...i?[["Authorization",i]]:[],...e.headers].map(([y,b])=>`${y}: ${b}`),m=Sr(
o);return`${t} ${l} HTTP/1.1
${N(h)}${m?`
${m}
`:""}`}function Sr(e){return e?.form?$e(e.form):e?.text!==void 0?e.text:e?.file?`< ${e.file.name}`:e?.files?.map(([t,{name:n}])=>`\
< ${t}: ${n}`).join(`
`)}function Tr(e){let{method:t,body:n}=e,r=c=>c.replaceAll("{{","%7B%7B"),s=e.authorization,o=z({...e,basic:null,authorization:s});
n?.files&&o.push(["Content-Type",`multipart/form-data; boundary=${he}`]);let i=o.map(([c,l])=>`${c}: ${l}`),a=n?.files?Ue(
n).map(c=>typeof c=="string"?c.replaceAll(`\r
`,`
`):`< ./${c.file}`).join(""):n?.file?`< ./${n.file.name}`:Sr(n);return`${t} ${r(j(e))}
${N(i)}${a?`
${a.trimEnd()}
`:""}`}function Xt(e){let{method:t,body:n,basic:r}=e,s=J(e),o=[],i=t==="GET"?[]:[`method: ${P(t)},`],a=z(e).map(([h,m])=>`  ${P(
h)}: ${P(m)},`);r&&a.push(`  Authorization: \`Basic \${btoa(${P(r.join(":"))})}\`,`),a.length&&i.push("headers: {",...a,
"},");let c=([h,m])=>`[${P(h)}, ${P(m)}]`;if(n?.form)i.push(`body: new URLSearchParams([${n.form.map(c).join(", ")}]),`);else if(n?.
file)i.push(`body: await readFile(${P(n.file.name)}),`);else if(n?.files){o.push("const form = new FormData();");for(let[
h,m]of n.fields??[])o.push(`form.append(${P(h)}, ${P(m)});`);for(let[h,{name:m,type:y}]of n.files)o.push(`form.append(${P(
h)}, new Blob([await readFile(${P(m)})], { type: ${P(y)} }), ${P(m)});`);i.push("body: form,")}else n&&i.push(`body: ${uo(
n.text??"",e)},`);i.push(`signal: AbortSignal.timeout(${V}_000),`);let l=[(n?.file||n?.files?.length)&&"readFile",s&&"wr\
iteFile"].filter(Boolean),f=l.length?`import { ${l.join(", ")} } from "node:fs/promises";

`:"",d=s?`await writeFile(${P(s)}, Buffer.from(await response.arrayBuffer()));`:"console.log(await response.text());";return`${f}${N(
o)}const response = await fetch(${P(j(e))}, {
${N(i.map(h=>`  ${h}`))}});
console.log(response.status, response.statusText);
${d}
`}function uo(e,{contentType:t}){return L(t)&&st(e,Number.MAX_SAFE_INTEGER)?`JSON.stringify(${ot(yr(e),"  ")})`:t?P(e):`\
new TextEncoder().encode(${P(e)})`}function Ar(e){let{method:t,body:n,basic:r}=e,s=J(e),o=ho(e),i=z(e).map(([l,f])=>f?`${l}: ${f}`:`${l};`);Er(n)?i.push(`C\
ontent-Type: multipart/form-data; boundary=${he}`):n&&!n.files&&!e.contentType&&i.push("Content-Type:"),!n&&/^(POST|PUT|PATCH)$/.
test(t)&&i.push("Content-Length: 0");let a=[];t==="HEAD"?a.push("CURLOPT_NOBODY => true,"):(t!=="GET"||n)&&a.push(`CURLO\
PT_CUSTOMREQUEST => ${X(t)},`),i.length&&a.push("CURLOPT_HTTPHEADER => [",...i.map(l=>`    ${X(l)},`),"],"),r&&a.push(`C\
URLOPT_USERPWD => ${X(r.join(":"))},`),n&&a.push("CURLOPT_POSTFIELDS => $body,"),a.push("CURLOPT_RETURNTRANSFER => true,",
`CURLOPT_TIMEOUT => ${V},`);let c=s?`file_put_contents(${X(s)}, $answer);`:'echo $answer, "\\n";';return`<?php
declare(strict_types=1);

${o}$curl = curl_init(${X(j(e))});
curl_setopt_array($curl, [
${N(a.map(l=>`    ${l}`))}]);
$answer = curl_exec($curl);
if ($answer === false) {
    throw new RuntimeException(curl_error($curl));
}
echo curl_getinfo($curl, CURLINFO_RESPONSE_CODE), "\\n";
${c}
`}function Er(e){let t=[...e?.fields??[],...e?.files??[]].map(([n])=>n);return new Set(t).size<t.length||t.length===0&&!!e?.
files}function ho({body:e}){if(!e)return"";let t=s=>`file_get_contents(${X(s)})`;if(e.file)return`$body = ${t(e.file.name)}\
;
`;if(e.form)return`$body = ${X(new URLSearchParams(e.form).toString())};
`;if(!e.files)return`$body = ${mo(e.text??"")};
`;if(Er(e)){let s=Ue(e).map(o=>typeof o=="string"?X(o):t(o.file));return`$body = implode('', [
${N(s.map(o=>`    ${o},`))}]);
`}let n=(e.fields??[]).map(s=>s.map(X).join(" => ")),r=e.files.map(([s,o])=>`${X(s)} => new CURLFile(${[o.name,o.type,o.
name].map(X).join(", ")})`);return`$body = [
${N([...n,...r].map(s=>`    ${s},`))}];
`}function mo(e){return!me(e)||/^\s*BODY/m.test(e)?X(e):`<<<'BODY'
${e}
BODY`}function kr(e){let{method:t,basic:n,body:r}=e,s=J(e),[o,i]=Me(e),a=o.map(([f,d])=>`${$o(f)} = ${R(d)}`);if(n){let d=`[Te\
xt.Encoding]::UTF8.GetBytes(${R(n.join(":"))})`;a.push(`Authorization = 'Basic ' + [Convert]::ToBase64String(${d})`)}let l=[
`${/^(GET|HEAD|POST|PUT|DELETE|TRACE|OPTIONS|MERGE|PATCH)$/.test(t)?"Method":"CustomMethod"} = ${R(t)}`,`Uri = ${R(j(e))}`];
return a.length&&l.push("Headers = @{",...a.map(f=>`    ${f}`),"}"),i&&l.push(`ContentType = ${R(i)}`),r?.file?l.push(`I\
nFile = ${R(r.file.name)}`):r&&l.push("Body = $body"),s&&l.push(`OutFile = ${R(s)}`,"PassThru = $true"),l.push(`TimeoutS\
ec = ${V}`,"SkipHeaderValidation = $true","SkipHttpErrorCheck = $true"),`#Requires -Version 7
$ErrorActionPreference = 'Stop'

${go(e)}$request = @{
${N(l.map(f=>`    ${f}`))}}
$response = Invoke-WebRequest @request
"$($response.StatusCode) $($response.StatusDescription)"
${s?"":`$response.Content
`}`}function $o(e){return/^[A-Za-z]+$/.test(e)?e:R(e)}function go({body:e}){if(!e||e.file)return"";if(e.form)return`$bod\
y = ${R(new URLSearchParams(e.form).toString())}
`;if(!e.files){let n=e.text??"";return`$body = [Text.Encoding]::UTF8.GetBytes(${me(n)&&!/^'@/m.test(n)?`@'
${n}
'@`:R(n)})
`}let t=["$body = [System.Net.Http.MultipartFormDataContent]::new()"];for(let[n,r]of e.fields??[]){let s=`[System.Net.Ht\
tp.StringContent]::new(${R(r)})`;t.push(`$body.Add(${s}, ${R(n)})`)}for(let[n,r]of e.files){let s=`[IO.File]::ReadAllByt\
es((Convert-Path -LiteralPath ${R(r.name)}))`;t.push(`$file = [System.Net.Http.ByteArrayContent]::new(${s})`),t.push(`$f\
ile.Headers.ContentType = ${R(r.type)}`),t.push(`$body.Add($file, ${R(n)}, ${R(r.name)})`)}return N(t)}var Cr=/^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/;function Nr(e){let{method:t,base:n,path:r,query:s,body:o,basic:i}=e,
a=J(e),c=a||o?.file||o?.files?.length,l=[B(n+r)];Cr.test(t)||l.unshift(B(t));let f=(b,x,E)=>l.push(`${b}=${x[0]}
${N(E.map(O=>`        ${O},`))}    ${x[1]}`),d=([b,x])=>`(${B(b)}, ${B(x)})`;s.length&&f("params","[]",s.map(d));let h=z(
e).map(([b,x])=>`${B(b)}: ${B(x)}`);if(h.length&&f("headers","{}",h),o?.form)f("data","[]",o.form.map(d));else if(o?.file)
l.push(`data=Path(${B(o.file.name)}).read_bytes()`);else if(o?.files){let b=(o.fields??[]).map(([E,O])=>`(${B(E)}, (None\
, ${B(O)}))`),x=o.files.map(([E,{name:O,type:T}])=>{let _=B(O);return`(${B(E)}, (${_}, Path(${_}).read_bytes(), ${B(T)})\
)`});f("files","[]",[...b,...x])}else o&&l.push(yo(o.text??"",e));i&&l.push(`auth=(${i.map(B).join(", ")})`),l.push(`tim\
eout=${V}`);let m=Cr.test(t)?t.toLowerCase():"request",y=a?`response.raise_for_status()
Path(${B(a)}).write_bytes(response.content)`:"print(response.text)";return`${c?`from pathlib import Path

`:""}import requests

response = requests.${m}(
${N(l.map(b=>`    ${b},`))})
print(response.status_code, response.reason)
${y}
`}function yo(e,{contentType:t}){if(L(t)&&e.trim()!=="null"&&st(e,1/0))return`json=${ot(gr(e),"    ")}`;let n=br(e).map(
B);return n.length===1?`data=${n[0]}.encode()`:`data=(
${N(n.map(r=>`        ${r}`))}    ).encode()`}var Vt={Python:Nr,curl:xr,PowerShell:kr,JavaScript:Xt,TypeScript:Xt,"C#":wr,PHP:Ar,"HTTP file":Tr,HTTP:Or},Pr={Python:".\
py",curl:".sh",PowerShell:".ps1",JavaScript:".mjs",TypeScript:".mts","C#":".cs",PHP:".php","HTTP file":".http",HTTP:".tx\
t"};function vr(e){let t=u("select",{"aria-label":$phrase`Language`,change:()=>i()},...Object.keys(Vt).map(f=>D(f))),n=u("co\
de",{}),r=u("code",{}),s=de(),o=f=>f.base?Vt[t.value](Zn(f)):"",i=()=>{if(!n.parentNode)return;let f=Yn(ge(e()),e().signing.
isOwn());n.replaceChildren(...nn(j(f))),l.open&&(r.textContent=o(f))},a=u("button",{type:"button",class:"callsheet-butto\
n",async click(){let f=await Fe(o(ge(e())));s.textContent=f?$phrase`Copied`:$phrase`Select the text to copy it`}},$phrase`Copy`),
c=u("button",{type:"button",class:"callsheet-button",click:()=>on(o(ge(e())),`request${Pr[t.value]}`)},$phrase`Save`),l=u(
"details",{class:"callsheet-program",toggle:()=>i()},u("summary",{},$phrase`The request as code`),u("p",{class:"callshee\
t-line"},t,a,c,s),u("pre",{class:"highlight",tabindex:"0",dir:"ltr","aria-label":$phrase`Program`},r));return{element:l,
address:n,refresh:i}}function bo(e){if(!e)return;if(e.form)return new URLSearchParams(e.form);if(e.text!==void 0)return new TextEncoder().encode(
e.text);if(e.file!==void 0)return e.file?new Blob([e.file]):void 0;let t=new FormData;for(let[n,r]of e.fields??[])t.append(
n,r);for(let[n,r]of e.files??[])r&&t.append(n,r);return t}async function wo(e){return await je("sandbox/sandbox.js"),window.
callsheet.answerInPage?.(e)??Promise.reject(new TypeError($phrase`There is no server in this page.`))}async function Lr(e,t){
let n=new Headers(e.headers);e.authorization&&n.set("Authorization",e.authorization);let r=performance.now(),s=new Request(
j(e),{method:e.method,headers:n,body:bo(e.body),signal:t,credentials:"omit",referrerPolicy:"no-referrer",redirect:"manua\
l",cache:"no-store"}),o=await(_t(e.base)?wo(s):fetch(s)),i=new Uint8Array(await o.arrayBuffer());return{response:o,content:i,
milliseconds:performance.now()-r}}async function xo(e,t){try{return await fetch(`${e}/`,{mode:"no-cors",credentials:"omi\
t",referrerPolicy:"no-referrer",cache:"no-store",signal:t}),!0}catch{return!1}}function Jt(e){return/^(localhost|127(\.\d+){3}|\[::1\])$/.
test(e)}async function Br(e,t,n){let{origin:r,protocol:s}=location,{origin:o,protocol:i,hostname:a,port:c}=new URL(e),l=s===
"file:"?"null":r,f=`callsheet serve --port ${c||"8765"} --cors-origin ${l}`;if(n)return[$phrase`This page's Content-Security-Policy does not let it ask ${o}.`,
[$phrase`Whoever serves this site has to name that origin under `,Ne("connect-src"),$phrase`.`]];if(s==="https:"&&i==="h\
ttp:"&&!Jt(a))return[$phrase`A page of https: cannot ask a server of http: (mixed content).`,[$phrase`Use the server's https: address, or open this page from http:.`]];
if(!navigator.onLine&&!Jt(a))return[$phrase`The browser is offline.`,[$phrase`Connect to the network and send again.`]];
if(o!==r&&await xo(e,t))return[$phrase`${o} answers, but does not let pages of this origin (${l}) read its answers (CORS).`,
[$phrase`Of the reference server, allow it with `,Ne(f),$phrase`; of another server, add `,Ne(l),$phrase` to the origins that it allows. The request may have been carried out.`]];
let d=s==="file:"?$phrase`This page comes from a disk, so a server is needed. `:"",h=Jt(a)?[$phrase`Start the reference server with `,
Ne(f),$phrase` and send again.`]:[$phrase`Is the address right, and can you reach it from here? To try the reference server instead, start `,
Ne(`callsheet serve --cors-origin ${l}`),$phrase` and choose its address.`];return[$phrase`No server answers at ${e}.`,[
d,...h]]}function Ne(e){return u("code",{},e)}var Oo=110;async function _r(e,t,n,r){let s=vr(()=>i),o,i=await ar(t,r,()=>{s.refresh(),o&&Fr(o)}),a=lr(i,s);Ze(i,{});let c=Ee(
fe(i)),l=i.signing.choice();Ze(i,A.get()),n.setAttribute("aria-controls",a.section.id);let f={uid:e,button:n,form:i,parts:a,
program:s,example:c,sign:l,refused:"",abort:null};return So(f),Pe(f),To(f),s.refresh(),o=f,f}function So(e){let{form:t,parts:n}=e;
n.form.addEventListener("submit",r=>{r.preventDefault(),Eo(e)}),n.anywayButton.addEventListener("click",()=>Wt(e,Qe(t))),
n.resetButton.addEventListener("click",()=>Ao(e)),n.cancelButton.addEventListener("click",()=>e.abort?.abort()),n.closeButton.
addEventListener("click",()=>Kt(e)),n.section.addEventListener("keydown",r=>{r.key==="Escape"&&e.abort?.abort()}),n.section.
addEventListener("keydown",r=>{r.key!=="Enter"||!(r.ctrlKey||r.metaKey)||(r.preventDefault(),r.stopPropagation(),n.form.
requestSubmit())},{capture:!0})}function Fr({uid:e,form:t,parts:n,example:r,refused:s}){let o=fe(t),i=Ee(o);nt.set(e,i===
r?null:o),n.resetButton.hidden=i===r,i!==s&&(n.anywayButton.hidden=!0)}function To({uid:e,form:t,parts:n}){let r=nt.get(
e);if(!r)return;let s=r.credentials?t.signing.choice():r.sign,{base:o,workspace:i}=fe(t),a=/^(example|none)$/.test(s)?"":
A.get().mark??"",l=Mt(t,{...r,...{base:o,workspace:i,sign:s,credentials:a}});n.resetButton.hidden=!1,Z(n,l.length?$phrase`Your last input is back, without ${zt(
l)}.`:$phrase`Your last input is back.`)}function Ao(e){let{uid:t,form:n,parts:r,program:s}=e;Ze(n,A.get()),n.signing.choose(
e.sign),nt.set(t,null),r.resetButton.hidden=!0,r.anywayButton.hidden=!0,s.refresh(),Z(r,$phrase`The fields are those of the example.`),
r.sendButton.focus()}function zt(e){let t=e.at(-1)??"";return e.length>1?$phrase`${e.slice(0,-1).join(", ")} and ${t}`:t}
function Eo(e){if(e.abort)return;let t=Qe(e.form);t.length?jr(e,t):Wt(e,[])}async function Wt(e,t){let{uid:n,form:r,parts:s}=e;
if(e.abort)return;s.anywayButton.hidden=!0;let o=fe(r),i=Ee(o)!==e.example||r.signing.isOwn(),a=new AbortController;e.abort=
a,ze(),s.answer.replaceChildren(),Z(s,$phrase`Sending …`),s.sendButton.setAttribute("aria-disabled","true"),s.cancelButton.
hidden=!1;let c=ge(r),l=[...c.headers,...c.query].some(([b])=>G(b)),f=!r.signing.field()&&!l,d={faults:t,isChanged:i,isAnonymous:f},
h=await Co(e,c,a.signal,d);e.abort=null,s.sendButton.removeAttribute("aria-disabled"),document.activeElement===s.cancelButton&&
s.sendButton.focus(),s.cancelButton.hidden=!0,ke.add(dr(n,o,c,h)),Pe(e),h&&!t.length&&ko(e);let m=h?s.answer:s.status,{top:y}=m.
getBoundingClientRect();!a.signal.aborted&&(y<Oo||y>innerHeight*.75)&&m.scrollIntoView({block:"start"})}function ko({form:e,
parts:t}){let n=cr(e);if(!n.length)return;let r=u("button",{type:"button",class:"callsheet-button",click(){A.setHere([]),
o.remove(),t.sendButton.focus()}},$phrase`Undo`),s=`${$phrase`The samples of this page now have ${zt(n)}.`} `,o=u("p",{class:"\
callsheet-note callsheet-line"},s,r);t.answer.append(o)}function Z({status:e},t,n=!1){e.textContent=t,e.classList.toggle(
"callsheet-say--quiet",n)}function jr(e,t){let{form:n,parts:r}=e;e.refused=Ee(fe(n)),r.answer.replaceChildren(),Z(r,$phrase`Not sent: ${t.
length===1?t[0]:$phrase`${t.length} entries need a change.`}`),r.anywayButton.hidden=!jt(n);let s=r.section.querySelector(
'[aria-invalid="true"]'),o=s?.closest("details");o&&(o.open=!0),s?.focus()}async function Co({form:e,parts:t},n,r,s){let o=!1,
i=a=>{o||=a.effectiveDirective==="connect-src"};document.addEventListener("securitypolicyviolation",i);try{let{response:a,
content:c,milliseconds:l}=await Lr(n,r);if(a.type==="opaqueredirect"){let f=$phrase`The server answers with a redirect, which is not followed: credentials stay with the server that they are for.`;
return Rr(t,f,[$phrase`Is the address of the server right?`]),0}return No(e.data,t,a,c,l,s),a.status}catch{return r.aborted?
Z(t,$phrase`Cancelled. The server may have carried it out.`):(await new Promise(a=>{setTimeout(a,50)}),Rr(t,...await Br(
n.base,r,o))),0}finally{document.removeEventListener("securitypolicyviolation",i)}}function Rr(e,t,n){Z(e,$phrase`No answer to read. ${t}`),
e.answer.replaceChildren(u("p",{class:"callsheet-verdict callsheet-verdict--bad"},...n))}function No(e,t,n,r,s,o){let{status:i,
statusText:a}=n,c=n.headers.get("Content-Type")??"",l=[...n.headers],f={status:i,reason:a,content:r,milliseconds:s,headers:l,
mediaType:c},d=Un(e,f,o),h=typeof e.got=="object"&&!!e.got.contentEncoding;Z(t,$phrase`Answer: ${i} ${a}, ${d.said}.`,!0),
t.answer.replaceChildren(...Rn(f,d,h))}function Pe(e){let{uid:t,parts:n}=e,r=n.history.querySelector("details")?.open??!1,
o=hr(t,i=>Po(e,i),()=>{ke.clear(),Pe(e),Z(n,$phrase`The history is cleared.`,!0),n.title.focus()});o.open=r,n.history.replaceChildren(
o)}function Po(e,t){let{abort:n,form:r,parts:s,program:o}=e;if(n)return;let i=Mt(r,t.state);o.refresh(),Fr(e);let a=Qe(r);
i.length?(s.answer.replaceChildren(),Z(s,$phrase`Not sent: the history does not have ${zt(i)}. Complete the request, and send it.`),
s.sendButton.focus()):jt(r)?Wt(e,a):jr(e,a)}function Kt({parts:e,button:t}){e.section.hidden=!0,t.setAttribute("aria-exp\
anded","false"),t.focus()}var vo=["items","additionalProperties","not"],Lo=["prefixItems","allOf","anyOf","oneOf"],Bo=["properties","patternProper\
ties"];function ve(e){if(typeof e=="boolean")return e;let{type:t,...n}=typeof e=="string"?{type:e}:e,r=n;if(typeof t=="s\
tring"){let[s,o]=t.replace("?","").split(" "),i=s;r.type=t.endsWith("?")?[i,"null"]:i,o&&(r.format=o)}else t&&(r.type=t);
for(let s of vo)s in n&&(r[s]=ve(n[s]));for(let s of Lo)s in n&&(r[s]=n[s].map(ve));for(let s of Bo)s in n&&(r[s]=Ir(n[s]));
return r}function Ir(e){return Object.fromEntries(Object.entries(e).map(([t,n])=>[t,ve(n)]))}function Dr(e){return typeof e==
"string"?{name:e}:Array.isArray(e)?{name:e[0],type:e[1]}:e}function Mr({query:e,headers:t,sent:n,got:r,types:s,...o}){return{
...o,...e&&{query:e.map(Dr)},...t&&{headers:t.map(Dr)},...n&&{sent:ve(n)},...r&&{got:ve(r)},...s&&{types:Ir(s)}}}function Ur(e){
return`${e.replace(/^\.|[^A-Za-z0-9._-]|_(?=x)/gu,n=>`_x${n.codePointAt(0)?.toString(16).toUpperCase()}_`)}.js`}var Hr=new WeakMap,re=null;async function Ro(e,t){let n=Hr.get(e);if(n?.parts.section.isConnected&&!n.parts.section.hidden){
Kt(n);return}let r=n??await _o(e,t);r.parts.section.hidden=!1,e.setAttribute("aria-expanded","true"),re=r,r.form.signing.
fill(),Pe(r),r.parts.title.focus()}async function _o(e,t){let n=e.closest("[data-callsheet-uid]"),{callsheetUid:r="",callsheetFile:s}=n.
dataset,{base:o,servers:i,...a}=await sn(r,s??Ur(r)),c={...t,base:o,...i&&{servers:i}},l=await _r(r,Mr(a),e,c);return e.
closest(".callsheet-route")?.after(l.parts.section),Hr.set(e,l),l}function Fo(e){fn(),window.callsheet.toggleConsole=t=>Ro(
t,e),A.onChange(()=>{re?.parts.section.isConnected&&(re.form.signing.fill(),re.program.refresh())}),rn(()=>{!re||re.parts.
section.isConnected||(re.abort?.abort(),ze(),re=null)})}window.callsheet.startConsole=Fo;})();
