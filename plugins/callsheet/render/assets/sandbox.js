/*! Made by `make javascript`: sources f1c343528d3d08d9, code 4c329ef31eaa7ec9 */
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
"use strict";(()=>{var Ae=!1;function ke(){addEventListener("pointerdown",()=>ge(!0),!0),addEventListener("pointerup",()=>ge(!1),!0),addEventListener(
"pointercancel",()=>ge(!1),!0)}function ge(e){Ae=e}function Le(e){Ae?addEventListener("pointerup",()=>setTimeout(e),{once:!0}):
e()}var{API_KEY:pn,IN_PAGE:ye,VALID:hn,all:be,assetUrl:se,badge:Ce,breakable:mn,codeText:gn,copy:yn,credentials:bn,each:wn,icon:xn,
languageOf:En,load:On,loadStyle:Sn,make:g,onPage:Tn,openDialog:$n,operationFile:Me,placeholders:Nn,save:An,schemes:kn,siteUrl:Ln,
statusNote:Re,storedText:Cn,values:Pe}=window.callsheet;var _=class extends Error{},j=null,_e=0,je=0,M=[];function Et(){return location.protocol==="file:"?"Browsers run no prog\
rams in pages from a disk. Reading, searching and copying work; programs run once the site is served, for instance with \
`python -m http.server`.":"WebAssembly"in window?!("Worker"in window)||!("DecompressionStream"in window)?"This browser i\
s too old to run Python in a page.":"":"This browser has no WebAssembly."}function we(e){j?.terminate(),j=null,M.shift()?.
reject(e),xe()}function Ie(e){for(let t of M.splice(1))t.reject(e);we(e)}function xe(){M.length&&St().postMessage(M[0].order)}
function Ot({data:e}){if(e.type==="broken")Ie(new Error(e.text));else if(!("id"in e)||e.id===null)for(let t of M)t.listen(
e);else e.id===M[0]?.order.id&&(e.type==="done"?(M.shift()?.resolve(e),xe()):e.type==="failed"?we(new Error(e.text)):M[0].
listen(e))}function St(){return j||(_e+=1,j=new Worker(se("sandbox/worker.js"),{type:"module"}),j.addEventListener("mess\
age",Ot),j.addEventListener("error",e=>{Ie(new Error(e.message||"The worker of this page cannot be loaded."))}),j)}function Ue(){
return j!==null}function Ee(){return j?_e:0}function H(e,t=()=>{},n=void 0){let o=Et();if(o)return Promise.reject(new Error(
o));if(n?.aborted)return Promise.reject(new _("Stopped."));je+=1;let s=je;return new Promise((c,f)=>{let d={order:{...e,
id:s},resolve:c,reject:f,listen:t};M.push(d),M.length===1&&xe(),n?.addEventListener("abort",()=>{let l=M.indexOf(d);l===
0?we(new _("Stopped.")):l>0&&M.splice(l,1)[0].reject(new _("Stopped."))})})}var Tt=window;function De(e,t,n={}){let o={tab:"	",indentOn:/[({\[]$/,moveToNewLine:/^[)}\]]/,spellcheck:!1,catchTab:!0,
preserveIdent:!0,addClosing:!0,history:!0,window:Tt,autoclose:{open:`([{'"`,close:`)]}'"`},...n},s=o.window,c=s.document,
f=[],d=[],l=-1,p=!1,b=()=>{},x;e.setAttribute("contenteditable","plaintext-only"),e.setAttribute("spellcheck",o.spellcheck?
"true":"false"),e.style.outline="none",e.style.overflowWrap="break-word",e.style.overflowY="auto",e.style.whiteSpace="pr\
e-wrap";let h=(r,i)=>{t(r,i)},N=s.navigator.userAgent.match(/Firefox\/([0-9]+)\./),R=N?parseInt(N[1]):0,C=!1;(e.contentEditable!==
"plaintext-only"||R>=136)&&(C=!0),C&&e.setAttribute("contenteditable","true");let D=$e(()=>{let r=E();h(e,r),T(r)},30),B=!1,
w=r=>!re(r)&&!Z(r)&&r.key!=="Meta"&&r.key!=="Control"&&r.key!=="Alt"&&!r.key.startsWith("Arrow"),I=$e(r=>{w(r)&&(L(),B=!1)},
300),A=(r,i)=>{f.push([r,i]),e.addEventListener(r,i)};A("keydown",r=>{r.defaultPrevented||(x=q(),o.preserveIdent?pe(r):m(
r),o.catchTab&&k(r),o.addClosing&&S(r),o.history&&(F(r),w(r)&&!B&&(L(),B=!0)),C&&!he(r)&&T(E()))}),A("keyup",r=>{r.defaultPrevented||
r.isComposing||(x!==q()&&D(),I(r),b(q()))}),A("focus",r=>{p=!0}),A("blur",r=>{p=!1}),A("paste",r=>{L(),z(r),L(),b(q())}),
A("cut",r=>{L(),ne(r),L(),b(q())});function E(){let r=G(),i={start:0,end:0,dir:void 0},{anchorNode:a,anchorOffset:u,focusNode:y,
focusOffset:O}=r;if(!a||!y)throw"error1";if(a===e&&y===e)return i.start=u>0&&e.textContent?e.textContent.length:0,i.end=
O>0&&e.textContent?e.textContent.length:0,i.dir=O>=u?"->":"<-",i;if(a.nodeType===Node.ELEMENT_NODE){let $=c.createTextNode(
"");a.insertBefore($,a.childNodes[u]),a=$,u=0}if(y.nodeType===Node.ELEMENT_NODE){let $=c.createTextNode("");y.insertBefore(
$,y.childNodes[O]),y=$,O=0}return J(e,$=>{if($===a&&$===y)return i.start+=u,i.end+=O,i.dir=u<=O?"->":"<-","stop";if($===
a)if(i.start+=u,!i.dir)i.dir="->";else return"stop";else if($===y)if(i.end+=O,!i.dir)i.dir="<-";else return"stop";$.nodeType===
Node.TEXT_NODE&&(i.dir!="->"&&(i.start+=$.nodeValue.length),i.dir!="<-"&&(i.end+=$.nodeValue.length))}),e.normalize(),i}
function T(r){let i=G(),a,u=0,y,O=0;if(r.dir||(r.dir="->"),r.start<0&&(r.start=0),r.end<0&&(r.end=0),r.dir=="<-"){let{start:P,
end:U}=r;r.start=U,r.end=P}let $=0;J(e,P=>{if(P.nodeType!==Node.TEXT_NODE)return;let U=(P.nodeValue||"").length;if($+U>r.
start&&(a||(a=P,u=r.start-$),$+U>r.end))return y=P,O=r.end-$,"stop";$+=U}),a||(a=e,u=e.childNodes.length),y||(y=e,O=e.childNodes.
length),r.dir=="<-"&&([a,u,y,O]=[y,O,a,u]);{let P=X(a);if(P){let oe=c.createTextNode("");P.parentNode?.insertBefore(oe,P),
a=oe,u=0}let U=X(y);if(U){let oe=c.createTextNode("");U.parentNode?.insertBefore(oe,U),y=oe,O=0}}i.setBaseAndExtent(a,u,
y,O),e.normalize()}function X(r){for(;r&&r!==e;){if(r.nodeType===Node.ELEMENT_NODE){let i=r;if(i.getAttribute("contented\
itable")=="false")return i}r=r.parentNode}}function K(){let i=G().getRangeAt(0),a=c.createRange();return a.selectNodeContents(
e),a.setEnd(i.startContainer,i.startOffset),a.toString()}function fe(){let i=G().getRangeAt(0),a=c.createRange();return a.
selectNodeContents(e),a.setStart(i.endContainer,i.endOffset),a.toString()}function pe(r){if(r.key==="Enter"){let i=K(),a=fe(),
[u]=Ne(i),y=u;if(o.indentOn.test(i)&&(y+=o.tab),y.length>0?(v(r),r.stopPropagation(),V(`
`+y)):m(r),y!==u&&o.moveToNewLine.test(a)){let O=E();V(`
`+u),T(O)}}}function m(r){if(C&&r.key==="Enter")if(v(r),r.stopPropagation(),fe()==""){V(`
 `);let i=E();i.start=--i.end,T(i)}else V(`
`)}function S(r){let i=o.autoclose.open,a=o.autoclose.close;if(i.includes(r.key)){v(r);let u=E(),y=u.start==u.end?"":G().
toString(),O=r.key+y+(a[i.indexOf(r.key)]??"");V(O),u.start++,u.end++,T(u)}}function k(r){if(r.key==="Tab")if(v(r),r.shiftKey){
let i=K(),[a,u]=Ne(i);if(a.length>0){let y=E(),O=Math.min(o.tab.length,a.length);T({start:u,end:u+O}),c.execCommand("del\
ete"),y.start-=O,y.end-=O,T(y)}}else V(o.tab)}function F(r){if(re(r)){v(r),l--;let i=d[l];i&&(e.innerHTML=i.html,T(i.pos)),
l<0&&(l=0)}if(Z(r)){v(r),l++;let i=d[l];i&&(e.innerHTML=i.html,T(i.pos)),l>=d.length&&l--}}function L(){if(!p)return;let r=e.
innerHTML,i=E(),a=d[l];if(a&&a.html===r&&a.pos.start===i.start&&a.pos.end===i.end)return;l++,d[l]={html:r,pos:i},d.splice(
l+1);let u=300;l>u&&(l=u,d.splice(0,1))}function z(r){if(r.defaultPrevented)return;v(r);let a=(r.originalEvent??r).clipboardData.
getData("text/plain").replace(/\r\n?/g,`
`),u=E();V(a),h(e),T({start:Math.min(u.start,u.end)+a.length,end:Math.min(u.start,u.end)+a.length,dir:"<-"})}function ne(r){
let i=E(),a=G();(r.originalEvent??r).clipboardData.setData("text/plain",a.toString()),c.execCommand("delete"),h(e),T({start:Math.
min(i.start,i.end),end:Math.min(i.start,i.end),dir:"<-"}),v(r)}function J(r,i){let a=[];r.firstChild&&a.push(r.firstChild);
let u=a.pop();for(;u&&i(u)!=="stop";)u.nextSibling&&a.push(u.nextSibling),u.firstChild&&a.push(u.firstChild),u=a.pop()}function W(r){
return r.metaKey||r.ctrlKey}function re(r){return W(r)&&!r.shiftKey&&me(r)==="Z"}function Z(r){return W(r)&&r.shiftKey&&
me(r)==="Z"}function he(r){return W(r)&&me(r)==="C"}function me(r){let i=r.key||r.keyCode||r.which;if(i)return(typeof i==
"string"?i:String.fromCharCode(i)).toUpperCase()}function V(r){r=r.replace(/&/g,"&amp;").replace(/</g,"&lt;").replace(/>/g,
"&gt;").replace(/"/g,"&quot;").replace(/'/g,"&#039;"),c.execCommand("insertHTML",!1,r)}function $e(r,i){let a=0;return(...u)=>{
clearTimeout(a),a=s.setTimeout(()=>r(...u),i)}}function Ne(r){let i=r.length-1;for(;i>=0&&r[i]!==`
`;)i--;i++;let a=i;for(;a<r.length&&/[ \t]/.test(r[a]);)a++;return[r.substring(i,a)||"",i,a]}function q(){return e.textContent||
""}function v(r){r.preventDefault()}function G(){return e.getRootNode().getSelection()}return{updateOptions(r){Object.assign(
o,r)},updateCode(r,i=!0){e.textContent=r,h(e),i&&b(r)},onUpdate(r){b=r},toString:q,save:E,restore:T,recordHistory:L,destroy(){
for(let[r,i]of f)e.removeEventListener(r,i)}}}function Y(e){return e.split(";")[0].trim().toLowerCase()}function Q(e){return/[/+]json$/.test(Y(e))}function ee(e){return/[/+]xml$/.
test(Y(e))}function Be(e,t){let[,n="utf-8"]=/charset="?([\w-]+)/i.exec(t)??[];try{return new TextDecoder(n).decode(e)}catch{
return new TextDecoder().decode(e)}}var $t=/\s+|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[{}[\],:]/y,
Nt=/<!--.*?-->|<\/?[^<>\s]+|\/?>|[^<>\s"=]+(?==)|"[^"<]*"|[^<>"=]+|./sy;function*Xe(e,t){for(let n=0;n<e.length;){t.lastIndex=
n;let o=t.exec(e)?.[0]||e[n];n+=o.length,yield{token:o,end:n}}}function Fe({token:e,end:t},n){return/^\s*$/.test(e)?"":e[0]===
'"'?/^\s*:/.test(n.slice(t,t+20))?"nt":"s2":e[0]==="<"||e.endsWith(">")?e.startsWith("<!--")?"c":"nt":/^-?\d/.test(e)?"m\
i":/^(true|false|null)$/.test(e)?"kc":""}function ve(e){return ee(e)?Nt:Q(e)?$t:null}var At=5e4;function kt(e,t){return!t||e.length>At?[e]:[...Xe(e,t)].map(n=>{let o=Fe(n,e);return o?g("span",{class:o},n.token):
n.token})}function Oe(e){let t="";for(let n of e.childNodes)n instanceof Text?t+=n.data:n.nodeName==="BR"?t+=n.nextSibling?
`
`:"":t+=(n.nodeName==="DIV"&&n.previousSibling?`
`:"")+Oe(n);return t}function Je(e,t,n){let o="",s=g("div",{class:"callsheet-editor highlight",tabindex:"0",role:"textbo\
x","aria-multiline":"true","aria-label":e,"aria-describedby":t,dir:"ltr"}),c=()=>s.replaceChildren(...kt(Oe(s),ve(o))),d=De(
s,c,{tab:"  ",catchTab:!1,addClosing:!1,window:{document,navigator,setTimeout:(l,p)=>setTimeout(()=>document.activeElement===
s&&l(),p)}});return s.addEventListener("blur",()=>Le(c)),s.addEventListener("input",n),s.addEventListener("keyup",n),{area:s,
get:()=>Oe(s),set(l,p){o=p,d.updateCode(l,!1),n()}}}var We=/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;var Lt=/^(\d{4})-(\d\d)-(\d\d)[Tt ]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)?$/,Ve=new Map([["int32",31n],
["int64",63n]]),He=new Map([["int32","int32, a whole number from -2147483648 to 2147483647"],["int64","int64, a whole nu\
mber of at most 64 bits"],["double","double, a number such as 1.5"],["bool","bool, true or false"],["date-time","date-ti\
me, such as 2026-11-21T09:30:00Z"],["byte","byte, text in base64"]]);function Ke(e){let[,t,n,o]=Lt.exec(e)??[];if(!o||t===
"0000")return!1;let s=new Date(Date.UTC(2e3,Number(n)-1,Number(o)));return s.setUTCFullYear(Number(t),Number(n)-1,Number(
o)),s.getUTCMonth()===Number(n)-1&&s.getUTCDate()===Number(o)}var Ct=200,Mt=20,Rt=new Map([["date",/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/],["email",/^[^\s@]+@[^\s@]+$/],["ur\
i",/^[a-z][a-z0-9+.-]*:[^\s]*$/i],["uuid",/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i]]),Pt=[["minimum","at least %",
(e,t)=>e<t],["maximum","at most %",(e,t)=>e>t],["exclusiveMinimum","above %",(e,t)=>e<=t],["exclusiveMaximum","below %",
(e,t)=>e>=t],["multipleOf","a multiple of %",(e,t)=>Math.abs(e/t-Math.round(e/t))>1e-9]],jt=[["minLength","at least % ch\
aracters",(e,t)=>[...e].length<t],["maxLength","at most % characters",(e,t)=>[...e].length>t],["pattern","a text that ma\
tches %",(e,t)=>!Ge(t,e)]],_t=[["minItems","at least % items",(e,t)=>e.length<t],["maxItems","at most % items",(e,t)=>e.
length>t],["uniqueItems","items that differ",(e,t)=>t&&e.some((n,o)=>e.slice(0,o).some(s=>de(n,s)))]],It=[["minPropertie\
s","at least % properties",(e,t)=>Object.keys(e).length<t],["maxProperties","at most % properties",(e,t)=>Object.keys(e).
length>t]];function Ze(e){return e===null?"null":Array.isArray(e)?"array":typeof e=="number"?Number.isInteger(e)?"intege\
r":"number":typeof e}function ie(e){return Ze(e)==="object"}function qe({type:e}){return[e??[]].flat()}function Ut(e){let t=JSON.
stringify(e);return t.length>60?`${t.slice(0,57)}...`:t}function ze(e,t){return/^[\p{L}_][\p{L}\p{N}_]*$/u.test(t)?`${e}\
.${t}`:`${e}[${JSON.stringify(t)}]`}function*te(e,t,n,o="$",s=0){let c=(l,p)=>({path:o,keyword:l,expected:p,got:Ut(e)});
if(t===!1&&(yield c("not","no such value")),typeof t=="boolean"||s>Ct)return;let f=Dt(e,t)??Bt(e,t);if(f){yield c(...f);
return}let d=l=>te(e,l,n,o,s+1);t.$ref&&(yield*d(n[t.$ref]??{}));for(let[l,p]of Xt(e,t))yield c(l,p);Array.isArray(e)?yield*Ft(
e,t,n,o,s):ie(e)&&(yield*vt(e,t,n,o,s));for(let l of t.allOf??[])yield*d(l);for(let l of["anyOf","oneOf"]){let p=(t[l]??
[]).map(h=>ue(Mt,d(h))),b=p.filter(h=>!h.length).length,x=p.find(h=>h.length&&h[0].path!==o);p.length&&!b&&(x||p.length===
1)?yield*x??p[0]:p.length&&!b?yield c("anyOf",p.map(h=>h[0].expected).join(" or ")):l==="oneOf"&&b>1&&(yield c("oneOf","\
exactly one of the alternatives"))}t.not!==void 0&&d(t.not).next().done&&(yield c("not","no such value"))}function Dt(e,t){
let n=Ze(e),o=qe(t);if(!o.length||o.includes(n)||n==="integer"&&o.includes("number"))return null;let{format:s=""}=t;return[
"type",He.has(s)?s:o.filter(c=>c!=="null").join(" or ")]}function Bt(e,t){let n=Object.hasOwn(t,"const")?[t.const]:t.enum;
if(!n||n.some(s=>de(s,e)))return null;let o=n.filter(s=>s!==null).map(s=>typeof s=="string"?s:JSON.stringify(s));return[
t.enum?"enum":"const",`one of ${o.join(", ")}`]}function de(e,t){if(e===t)return!0;if(Array.isArray(e)&&Array.isArray(t))
return e.length===t.length&&e.every((o,s)=>de(o,t[s]));if(!ie(e)||!ie(t))return!1;let n=Object.keys(e);return n.length===
Object.keys(t).length&&n.every(o=>Object.hasOwn(t,o)&&de(e[o],t[o]))}function*Xt(e,t){let{format:n="",contentEncoding:o}=t;
if(typeof e=="number"){yield*le(e,Pt,t);let s=Number.isInteger(e)?Ve.get(n):void 0;s&&Math.abs(e+.5)>2**Number(s)&&(yield[
"format",n])}else typeof e=="string"?(yield*le(e,jt,t),n==="date-time"&&!Ke(e)&&(yield["format",n]),Rt.get(n)?.test(e)===
!1&&(yield["format",n]),o&&!We.test(e)&&(yield["contentEncoding",o])):Array.isArray(e)?yield*le(e,_t,t):ie(e)&&(yield*le(
e,It,t))}function*le(e,t,n){for(let[o,s,c]of t){let f=n[o];f!==void 0&&c(e,f)&&(yield[o,s.replace("%",()=>String(f))])}}
function Ge(e,t){try{return new RegExp(e,"u").test(t)}catch{return!0}}function*Ft(e,{items:t,prefixItems:n=[]},o,s,c){for(let f=0;f<
e.length;f+=1){let d=f<n.length?n[f]:t;d!==void 0&&(yield*te(e[f],d,o,`${s}[${f}]`,c+1))}}function*vt(e,t,n,o,s){let{properties:c={},
additionalProperties:f}=t,d=t.required===!0?Object.keys(c):t.required??[];for(let p of d)Object.hasOwn(e,p)||(yield{path:ze(
o,p),keyword:"required",expected:"the property",got:"nothing"});let l=Object.entries(t.patternProperties??{});for(let[p,
b]of Object.entries(e)){let x=l.filter(([h])=>Ge(h,p)).map(([,h])=>h);Object.hasOwn(c,p)?x.push(c[p]):!x.length&&f!==void 0&&
x.push(f);for(let h of x)yield*te(b,h,n,ze(o,p),s+1)}}function ue(e,t){let n=[];for(let o of t)if(n.push(o),n.length===e)
break;return n}function Se(e){if(/<!DOCTYPE/i.test(e))throw new Error("a document type is not allowed");let t=new DOMParser().parseFromString(
e,"application/xml"),n=t.querySelector("parsererror");if(n){let o=(n.textContent??"").split(`
`);throw new Error(o.find(s=>/error.*\d/i.test(s))??"it is not well-formed")}return t.documentElement}function Ye(e){return e instanceof Error?e.message:String(e)}var Jt=20;function et(e,{status:t,mediaType:n,content:o}){let{statuses:s=[],ranges:c=[],gets:f=[],got:d,types:l={}}=e,p=[
...s,...c],b=c.some(N=>N==="default"||N[0]===String(t)[0]);if(p.length&&!s.includes(t)&&!b)return[{path:"status",expected:p.
join(" or "),got:String(t)}];let x=Y(n);if(t===204||t===205||t===304||e.method==="HEAD")return[];if(t>=400)return Q(x)&&
o.length?Qe(o,x,void 0,{}):[];let h=f.map(Y);return h.length&&(x||d)&&!h.includes(x)?[{path:"media type",expected:h.join(
" or "),got:x||"none"}]:d&&!o.length?[{path:"body",expected:"a body",got:"nothing"}]:Qe(o,x,d,l)}function Qe(e,t,n,o){let s=Be(
e,t);try{if(ee(t))Se(s);else if(Q(t)){let c=JSON.parse(s);return n?ue(Jt,te(c,n,o)).map(f=>({...f,path:`body ${f.path}`})):
[]}return[]}catch(c){return[{path:"body",expected:ee(t)?"well-formed XML":"JSON",got:Ye(c)}]}}var Wt=401;function tt(e,t,{faults:n,isChanged:o,isAnonymous:s}){let c=et(e,t),{status:f}=t,d=f>=400&&f<500,l=f===Wt&&s,
p=c.some(({path:h})=>h==="status");if(d&&(o||l)&&p){let h="Refused; your input is not that of the example";n.length?h="R\
efused, as your input is not what the page allows":l&&(h="Refused, as the request has no credentials: choose how to sign\
 in");let N=`. The page does not document ${f}.`;return{kind:"neutral",text:h+N,said:`refused, ${f} is not documented`,found:[]}}
if(c.length)return{kind:"bad",text:"Not as documented:",said:`${`${c.length} ${c.length===1?"difference":"differences"}`}\
 from the page`,found:c};let b=!!(e.statuses?.length||e.ranges?.length);return d&&b?{kind:"neutral",text:`Refused, as do\
cumented for ${f}.`,said:"refused as documented",found:c}:n.length&&f<400?{kind:"neutral",text:`As documented for ${f}, \
although the page does not allow this input.`,said:"as documented",found:c}:{kind:"good",text:b?`As documented for ${f}.`:
"The page documents no status.",said:"as documented",found:c}}var Vt=["items","additionalProperties","not"],Ht=["prefixItems","allOf","anyOf","oneOf"],Kt=["properties","patternProper\
ties"];function ce(e){if(typeof e=="boolean")return e;let{type:t,...n}=typeof e=="string"?{type:e}:e,o=n;if(typeof t=="s\
tring"){let[s,c]=t.replace("?","").split(" "),f=s;o.type=t.endsWith("?")?[f,"null"]:f,c&&(o.format=c)}else t&&(o.type=t);
for(let s of Vt)s in n&&(o[s]=ce(n[s]));for(let s of Ht)s in n&&(o[s]=n[s].map(ce));for(let s of Kt)s in n&&(o[s]=rt(n[s]));
return o}function rt(e){return Object.fromEntries(Object.entries(e).map(([t,n])=>[t,ce(n)]))}function nt(e){return typeof e==
"string"?{name:e}:Array.isArray(e)?{name:e[0],type:e[1]}:e}function ot({query:e,headers:t,sent:n,got:o,types:s,...c}){return{
...c,...e&&{query:e.map(nt)},...t&&{headers:t.map(nt)},...n&&{sent:ce(n)},...o&&{got:ce(o)},...s&&{types:rt(s)}}}function st(e){
return`${e.replace(/^\.|[^A-Za-z0-9._-]|_(?=x)/gu,n=>`_x${n.codePointAt(0)?.toString(16).toUpperCase()}_`)}.js`}var zt=2e4;function Te({request:e,answer:t,uid:n}){let{method:o,target:s}=e,c=g("span",{class:"callsheet-run-verdict"}),
f=g("ul",{hidden:!0});n&&t.status&&Zt(n,e,t,c,f);let d=t.status?String(t.status):"no response",l=t.status>0&&t.status<400;
return g("details",{class:"callsheet-run-exchange"},g("summary",{},Ce(o)," ",g("code",{},s)," → ",g("span",{"data-outc\
ome":l?"good":"bad"},d)," ",c),f,g("pre",{tabindex:"0"},ct(`${o} ${s}`,e.headers,e.body)),g("pre",{tabindex:"0"},ct(d,t.
headers,t.body)))}async function Zt(e,t,n,o,s){try{let f=document.querySelector(`[data-callsheet-uid="${CSS.escape(e)}"]`)?.
dataset.callsheetFile??st(e),d=ot(await Me(e,f)),l=it(n.headers,"content-type"),p=!it(t.headers,"authorization"),b={status:n.
status,mediaType:l,content:n.body},h=tt(d,b,{faults:[],isChanged:!0,isAnonymous:p});o.textContent=h.said,o.dataset.outcome=
h.kind,s.hidden=!h.found.length,s.append(...h.found.map(({path:N,expected:R,got:C})=>g("li",{},`${N}: expected ${R}, got\
 ${C}`)))}catch{o.textContent=""}}function it(e,t){return e.find(([n])=>n.toLowerCase()===t)?.[1]??""}function ct(e,t,n){
let o=t.map(([s,c])=>`${s}: ${qt(s,c)}`);return[e,...o,"",Gt(n)].join(`
`).trimEnd()}function qt(e,t){return/^(authorization|cookie)$/i.test(e)?`${t.split(" ")[0]} ••••••`:t}function Gt(e){
let t=e.subarray(0,zt);try{let n=new TextDecoder("utf-8",{fatal:!0}).decode(t,{stream:t.length<e.length});return t.length<
e.length?`${n}
…`:n}catch{return`(${e.length.toLocaleString("en")} bytes)`}}var Yt="http://127.0.0.1:8765",Qt=1e6,en=/^import \{([^}]*)\} from ["']node:([\w/]+)["'];?$/gm,tn=/^import ([\w$]+) from ["']node:([\w/]+)["'];?$/gm;
function nn(e){return e.replace(en,(t,n,o)=>`const {${n.replaceAll(" as ",": ")}} = callsheetModules["${o}"];`).replace(
tn,(t,n,o)=>`const ${n} = callsheetModules["${o}"];`).replaceAll("import.meta.url",'"file:///program/sample.mjs"')}async function at(e,{
files:t,environment:n},o,s){let c=await fetch(se("sandbox/node.js")).catch(()=>null);if(!c?.ok)throw new Error("sandbox/\
node.js of this site cannot be loaded.");let f=await c.text(),l=`callsheetBegin(((given) => { for (const name in given.f\
iles) given.files[name] = Uint8Array.from(given.files[name]); return given; })(${JSON.stringify({origin:Yt,files:Object.
fromEntries(Object.entries(t).map(([N,R])=>[N,[...R]])),env:n})}));`,p=`${f}
${l}
(async () => {
${nn(e)}
})().then(callsheetEnd, callsheetFail);
`,b={},x=0,h=g("iframe",{sandbox:"allow-scripts",src:se("sandbox/frame.html"),title:"JavaScript program",hidden:!0});if(s.
aborted)throw new _("Stopped.");return new Promise((N,R)=>{s.addEventListener("abort",()=>{D(),R(new _("Stopped."))});let C=async({
source:B,data:w})=>{let I=h.contentWindow;if(!(B!==I||!I))if(w.type==="loaded")I.postMessage({code:p},"*");else if(w.type===
"output"){let A=String(w.text).slice(0,Math.max(0,Qt-x));x+=w.text.length,A&&o.print(A,!!w.isError)}else if(w.type==="wr\
ote")b[String(w.name)]=w.content;else if(w.type==="fetch")try{let{status:A,reason:E,headers:T,body:X,uid:K}=await H({type:"\
fetch",...w.request},()=>{},s);if(o.exchanged({request:w.request,answer:{status:A,headers:T,body:X},uid:K}),!A)throw new TypeError(
"fetch failed: the server closed the connection");I.postMessage({id:w.id,answer:{status:A,reason:E,headers:T,body:X}},"*")}catch(A){
I.postMessage({id:w.id,error:A.message},"*")}else w.type==="thrown"||w.type==="ended"?(w.type==="thrown"&&o.print(`${w.text}\

`,!0),D(),N({code:w.type==="thrown"?1:Number(w.code),files:b})):w.type==="broken"&&(D(),R(new Error(String(w.text))))},D=()=>{
removeEventListener("message",C),h.remove()};addEventListener("message",C),document.body.append(h)})}var ae=new Set,ft=0;function lt(e){if(!e.dataset.step)return[e];ft!==Ee()&&ae.clear();let t=be(".callsheet-program[data-\
step]"),n=t.slice(0,t.indexOf(e)),o=n.findIndex(s=>!ae.has(s));return o<0?[e]:[...n.slice(o),e]}function dt(e){let t=be(
".callsheet-program[data-step]");for(let n of t.slice(t.indexOf(e)))ae.delete(n)}function ut(e){ae.add(e),ft=Ee()}function pt(){
ae.clear()}var rn="http://127.0.0.1:8765",on=/(\w+)["']?\s*(?:,|\?\?|\|\|)\s*["'`]https?:/;function ht(e){return(e/1e6).toFixed(1)}
var sn=/["'`.]([A-Z][A-Z0-9_]*?(?:USER|PASSWORD|TOKEN|KEY|SECRET|TICKET))\b/g,cn="reader",an="callsheet";function mt(e){
let t=on.exec(e)?.[1]??"CALLSHEET_BASE_URL",{base:n=ye}=Pe.get();if(n!==ye)return{[t]:n};let s=[...e.matchAll(sn)].map(([
,c])=>c).map(c=>[c,c.endsWith("USER")?cn:an]);return{...Object.fromEntries(s),[t]:rn}}async function fn(e){let t=await Promise.
all(e.map(async([n,o])=>{let s=await fetch(o).catch(()=>null);if(!s)throw new Error(`${n} cannot be loaded: the site doe\
s not answer.`);if(!s.ok)throw new Error(`${n} cannot be loaded (${s.status}).`);return[n,new Uint8Array(await s.arrayBuffer())]}));
return Object.fromEntries(t)}function gt(e,t){let n=Re("callsheet-run-status"),o=g("progress",{hidden:!0,max:"1","aria-l\
abel":"Loading"}),s=g("pre",{class:"callsheet-run-output",tabindex:"0","aria-label":"Output of the program",hidden:!0}),
c=g("div",{class:"callsheet-run-exchanges"}),f=g("p",{class:"callsheet-run-unsaved",hidden:!0},"The browser stores nothi\
ng for this site: what you change ends with the page."),d=null,l={},p=g("div",{hidden:!0}),b=(m,S)=>g("button",{type:"bu\
tton",class:"callsheet-button",click:S},m),x=b("Run again",t),h=new AbortController,N=b("Stop",()=>h.abort()),R=b("Edit",
A),C=b("Reset",()=>d?.set(e().source,"")),D=b("Start over",pe);D.title=e().step?"Let the next run begin with the first p\
rogram, as if none had run":"Forget what you changed in this page's server",N.hidden=!0,C.hidden=!0;let B=g("div",{class:"\
callsheet-run-files"}),w=g("section",{class:"callsheet-run","aria-label":"Run in this page"},p,g("p",{class:"callsheet-r\
un-bar"},n,o,N,x,R,C,D),B,s,c,f);B.append(...e().files.map(([m])=>I(m)));function I(m){let S=g("input",{type:"file",async change(){
let[k]=S.files??[];k?l[m]=new Uint8Array(await k.arrayBuffer()):delete l[m]}});return g("label",{},`Another file as ${m}\
 `,S)}function A(){d||(d=Je("Program","",()=>{}),p.append(d.area),d.set(e().source,"")),p.hidden=!p.hidden,C.hidden=p.hidden,
w.parentElement?.classList.toggle("callsheet-edited",!p.hidden),p.hidden||d.area.focus()}function E(m,S=""){n.textContent=
m,n.dataset.outcome=S}function T(m,S){s.hidden=!1,s.append(S?g("span",{class:"callsheet-run-error"},m):m)}function X(m){
if(m.type==="progress"){let{loaded:S,all:k}=m;o.hidden=S>=k,o.value=S/k,S<k&&E(`Loading ${ht(S)} of ${ht(k)} MB …`)}else
m.type==="step"?E(`${m.text} …`):m.type==="ready"?E("Running …"):m.type==="output"?T(m.text,m.isError):m.type==="exc\
hange"?c.append(Te(m.exchange)):m.type==="cut"?T(`
… ${m.characters.toLocaleString("en")} more characters`,!0):m.type==="unsaved"&&(f.hidden=!1)}async function K({language:m,
name:S,step:k},F,L){let{signal:z}=h;if(m==="python"){let Z={name:S,source:F,files:L,settings:mt(F)},he={tutorial:k?location.
pathname:"",step:k};return H({type:"run",...Z,...he},X,z)}let ne=performance.now(),J=Z=>c.append(Te(Z)),W={files:L,environment:mt(
F)};return{...await at(F,W,{print:T,exchanged:J},z),milliseconds:performance.now()-ne}}async function fe(){let m=e();h=new AbortController;
let S=!1;s.replaceChildren(),s.hidden=!0,c.replaceChildren(),x.disabled=!0,N.hidden=!1,E(Ue()?"Running …":"Loading Pyt\
hon and the server …");try{let k={...await fn(m.files),...l},F=d&&!p.hidden?d.get():m.source,{code:L,files:z,milliseconds:ne}=await K(
m,F,k),J=`in ${Math.max(1,Math.round(ne))} ms`;L?E(`Ended with exit code ${L} ${J}.`,"bad"):E(`Succeeded ${J}.`,"good"),
S=!L;for(let[W,re]of Object.entries(z))c.append(ln(W,re))}catch(k){k instanceof _?E("Stopped. The next run starts anew."):
E(`It cannot run here. ${k.message}`,"bad")}finally{o.hidden=!0,x.disabled=!1,N.hidden=!0}return S}async function pe(){try{
if(e().step){pt(),E("The next run begins with the first program.");return}await H({type:"startOver"},X),E("The server in\
 this page begins afresh.")}catch(m){E(m.message,"bad")}}return{section:w,run:fe,say:E}}function ln(e,t){let n=URL.createObjectURL(
new Blob([t])),o=g("a",{href:n,download:e},e),s=` (${t.length.toLocaleString("en")} bytes)`,c=g("p",{},"Wrote ",o,s);return/\.(png|jpe?g|gif|webp)$/i.
test(e)&&c.append(g("img",{src:n,alt:e})),c}var yt=new WeakMap;async function wt(e,t){for(let n of lt(e)){if(dt(n),!await bt(n,t).run()){n!==e&&bt(e,t).say("A progr\
am before it has not succeeded.");break}ut(n)}}function bt(e,t){let n=yt.get(e);return n||(n=gt(()=>t(e),()=>wt(e,t)),yt.
set(e,n),e.append(n.section)),n}function xt(e){return H({type:"fetch",...e})}async function dn(e){let{pathname:t,search:n,
host:o}=new URL(e.url),s=[["Host",o],...e.headers],c=new Uint8Array(await e.arrayBuffer()),f=t+n,d=await xt({method:e.method,
target:f,headers:s,body:c});if(!d.status)throw new TypeError("The server closed the connection without a response.");let l=[
204,205,304].includes(d.status);return new Response(l?null:d.body,{status:d.status,statusText:d.reason,headers:d.headers})}
ke();window.callsheet.runProgram=wt;window.callsheet.askInPage=xt;window.callsheet.answerInPage=dn;})();
