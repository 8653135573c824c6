/*! Made by `make javascript`: sources 4bcf0fed10ed143c, code 01b49316b000597e */
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
"pointercancel",()=>ge(!1),!0)}function ge(e){Ae=e}function Ce(e){Ae?addEventListener("pointerup",()=>setTimeout(e),{once:!0}):
e()}var{API_KEY:pn,IN_PAGE:ye,VALID:hn,all:be,assetUrl:ie,badge:Le,breakable:mn,codeText:gn,copy:yn,credentials:bn,each:wn,icon:xn,
languageOf:En,load:On,loadStyle:Sn,make:g,onPage:Tn,openDialog:$n,operationFile:Me,placeholders:Nn,save:An,schemes:kn,siteUrl:Cn,
statusNote:Re,storedText:Ln,values:Pe}=window.callsheet;var I=class extends Error{},j=null,Ie=0,je=0,M=[];function Et(){return location.protocol==="file:"?"Browsers run no prog\
rams in pages from a disk. Reading, searching and copying work; programs run once the site is served, for instance with \
`python -m http.server`.":"WebAssembly"in window?!("Worker"in window)||!("DecompressionStream"in window)?"This browser i\
s too old to run Python in a page.":"":"This browser has no WebAssembly."}function we(e){j?.terminate(),j=null,M.shift()?.
reject(e),xe()}function _e(e){for(let t of M.splice(1))t.reject(e);we(e)}function xe(){M.length&&St().postMessage(M[0].order)}
function Ot({data:e}){if(e.type==="broken")_e(new Error(e.text));else if(!("id"in e)||e.id===null)for(let t of M)t.listen(
e);else e.id===M[0]?.order.id&&(e.type==="done"?(M.shift()?.resolve(e),xe()):e.type==="failed"?we(new Error(e.text)):M[0].
listen(e))}function St(){return j||(Ie+=1,j=new Worker(ie("sandbox/worker.js"),{type:"module"}),j.addEventListener("mess\
age",Ot),j.addEventListener("error",e=>{_e(new Error(e.message||"The worker of this page cannot be loaded."))}),j)}function Ue(){
return j!==null}function Ee(){return j?Ie:0}function z(e,t=()=>{},n=void 0){let o=Et();if(o)return Promise.reject(new Error(
o));if(n?.aborted)return Promise.reject(new I("Stopped."));je+=1;let s=je;return new Promise((c,f)=>{let d={order:{...e,
id:s},resolve:c,reject:f,listen:t};M.push(d),M.length===1&&xe(),n?.addEventListener("abort",()=>{let l=M.indexOf(d);l===
0?we(new I("Stopped.")):l>0&&M.splice(l,1)[0].reject(new I("Stopped."))})})}var Tt=window;function De(e,t,n={}){let o={tab:"	",indentOn:/[({\[]$/,moveToNewLine:/^[)}\]]/,spellcheck:!1,catchTab:!0,
preserveIdent:!0,addClosing:!0,history:!0,window:Tt,autoclose:{open:`([{'"`,close:`)]}'"`},...n},s=o.window,c=s.document,
f=[],d=[],l=-1,u=!1,w=()=>{},x;e.setAttribute("contenteditable","plaintext-only"),e.setAttribute("spellcheck",o.spellcheck?
"true":"false"),e.style.outline="none",e.style.overflowWrap="break-word",e.style.overflowY="auto",e.style.whiteSpace="pr\
e-wrap";let h=(r,i)=>{t(r,i)},N=s.navigator.userAgent.match(/Firefox\/([0-9]+)\./),R=N?parseInt(N[1]):0,L=!1;(e.contentEditable!==
"plaintext-only"||R>=136)&&(L=!0),L&&e.setAttribute("contenteditable","true");let D=$e(()=>{let r=E();h(e,r),T(r)},30),B=!1,
y=r=>!V(r)&&!re(r)&&r.key!=="Meta"&&r.key!=="Control"&&r.key!=="Alt"&&!r.key.startsWith("Arrow"),_=$e(r=>{y(r)&&(k(),B=!1)},
300),A=(r,i)=>{f.push([r,i]),e.addEventListener(r,i)};A("keydown",r=>{r.defaultPrevented||(x=G(),o.preserveIdent?me(r):de(
r),o.catchTab&&S(r),o.addClosing&&m(r),o.history&&(C(r),y(r)&&!B&&(k(),B=!0)),L&&!H(r)&&T(E()))}),A("keyup",r=>{r.defaultPrevented||
r.isComposing||(x!==G()&&D(),_(r),w(G()))}),A("focus",r=>{u=!0}),A("blur",r=>{u=!1}),A("paste",r=>{k(),Z(r),k(),w(G())}),
A("cut",r=>{k(),F(r),k(),w(G())});function E(){let r=Y(),i={start:0,end:0,dir:void 0},{anchorNode:a,anchorOffset:p,focusNode:b,
focusOffset:O}=r;if(!a||!b)throw"error1";if(a===e&&b===e)return i.start=p>0&&e.textContent?e.textContent.length:0,i.end=
O>0&&e.textContent?e.textContent.length:0,i.dir=O>=p?"->":"<-",i;if(a.nodeType===Node.ELEMENT_NODE){let $=c.createTextNode(
"");a.insertBefore($,a.childNodes[p]),a=$,p=0}if(b.nodeType===Node.ELEMENT_NODE){let $=c.createTextNode("");b.insertBefore(
$,b.childNodes[O]),b=$,O=0}return q(e,$=>{if($===a&&$===b)return i.start+=p,i.end+=O,i.dir=p<=O?"->":"<-","stop";if($===
a)if(i.start+=p,!i.dir)i.dir="->";else return"stop";else if($===b)if(i.end+=O,!i.dir)i.dir="<-";else return"stop";$.nodeType===
Node.TEXT_NODE&&(i.dir!="->"&&(i.start+=$.nodeValue.length),i.dir!="<-"&&(i.end+=$.nodeValue.length))}),e.normalize(),i}
function T(r){let i=Y(),a,p=0,b,O=0;if(r.dir||(r.dir="->"),r.start<0&&(r.start=0),r.end<0&&(r.end=0),r.dir=="<-"){let{start:P,
end:U}=r;r.start=U,r.end=P}let $=0;q(e,P=>{if(P.nodeType!==Node.TEXT_NODE)return;let U=(P.nodeValue||"").length;if($+U>r.
start&&(a||(a=P,p=r.start-$),$+U>r.end))return b=P,O=r.end-$,"stop";$+=U}),a||(a=e,p=e.childNodes.length),b||(b=e,O=e.childNodes.
length),r.dir=="<-"&&([a,p,b,O]=[b,O,a,p]);{let P=X(a);if(P){let se=c.createTextNode("");P.parentNode?.insertBefore(se,P),
a=se,p=0}let U=X(b);if(U){let se=c.createTextNode("");U.parentNode?.insertBefore(se,U),b=se,O=0}}i.setBaseAndExtent(a,p,
b,O),e.normalize()}function X(r){for(;r&&r!==e;){if(r.nodeType===Node.ELEMENT_NODE){let i=r;if(i.getAttribute("contented\
itable")=="false")return i}r=r.parentNode}}function J(){let i=Y().getRangeAt(0),a=c.createRange();return a.selectNodeContents(
e),a.setEnd(i.startContainer,i.startOffset),a.toString()}function le(){let i=Y().getRangeAt(0),a=c.createRange();return a.
selectNodeContents(e),a.setStart(i.endContainer,i.endOffset),a.toString()}function me(r){if(r.key==="Enter"){let i=J(),a=le(),
[p]=Ne(i),b=p;if(o.indentOn.test(i)&&(b+=o.tab),b.length>0?(v(r),r.stopPropagation(),K(`
`+b)):de(r),b!==p&&o.moveToNewLine.test(a)){let O=E();K(`
`+p),T(O)}}}function de(r){if(L&&r.key==="Enter")if(v(r),r.stopPropagation(),le()==""){K(`
 `);let i=E();i.start=--i.end,T(i)}else K(`
`)}function m(r){let i=o.autoclose.open,a=o.autoclose.close;if(i.includes(r.key)){v(r);let p=E(),b=p.start==p.end?"":Y().
toString(),O=r.key+b+(a[i.indexOf(r.key)]??"");K(O),p.start++,p.end++,T(p)}}function S(r){if(r.key==="Tab")if(v(r),r.shiftKey){
let i=J(),[a,p]=Ne(i);if(a.length>0){let b=E(),O=Math.min(o.tab.length,a.length);T({start:p,end:p+O}),c.execCommand("del\
ete"),b.start-=O,b.end-=O,T(b)}}else K(o.tab)}function C(r){if(V(r)){v(r),l--;let i=d[l];i&&(e.innerHTML=i.html,T(i.pos)),
l<0&&(l=0)}if(re(r)){v(r),l++;let i=d[l];i&&(e.innerHTML=i.html,T(i.pos)),l>=d.length&&l--}}function k(){if(!u)return;let r=e.
innerHTML,i=E(),a=d[l];if(a&&a.html===r&&a.pos.start===i.start&&a.pos.end===i.end)return;l++,d[l]={html:r,pos:i},d.splice(
l+1);let p=300;l>p&&(l=p,d.splice(0,1))}function Z(r){if(r.defaultPrevented)return;v(r);let a=(r.originalEvent??r).clipboardData.
getData("text/plain").replace(/\r\n?/g,`
`),p=E();K(a),h(e),T({start:Math.min(p.start,p.end)+a.length,end:Math.min(p.start,p.end)+a.length,dir:"<-"})}function F(r){
let i=E(),a=Y();(r.originalEvent??r).clipboardData.setData("text/plain",a.toString()),c.execCommand("delete"),h(e),T({start:Math.
min(i.start,i.end),end:Math.min(i.start,i.end),dir:"<-"}),v(r)}function q(r,i){let a=[];r.firstChild&&a.push(r.firstChild);
let p=a.pop();for(;p&&i(p)!=="stop";)p.nextSibling&&a.push(p.nextSibling),p.firstChild&&a.push(p.firstChild),p=a.pop()}function W(r){
return r.metaKey||r.ctrlKey}function V(r){return W(r)&&!r.shiftKey&&oe(r)==="Z"}function re(r){return W(r)&&r.shiftKey&&
oe(r)==="Z"}function H(r){return W(r)&&oe(r)==="C"}function oe(r){let i=r.key||r.keyCode||r.which;if(i)return(typeof i==
"string"?i:String.fromCharCode(i)).toUpperCase()}function K(r){r=r.replace(/&/g,"&amp;").replace(/</g,"&lt;").replace(/>/g,
"&gt;").replace(/"/g,"&quot;").replace(/'/g,"&#039;"),c.execCommand("insertHTML",!1,r)}function $e(r,i){let a=0;return(...p)=>{
clearTimeout(a),a=s.setTimeout(()=>r(...p),i)}}function Ne(r){let i=r.length-1;for(;i>=0&&r[i]!==`
`;)i--;i++;let a=i;for(;a<r.length&&/[ \t]/.test(r[a]);)a++;return[r.substring(i,a)||"",i,a]}function G(){return e.textContent||
""}function v(r){r.preventDefault()}function Y(){return e.getRootNode().getSelection()}return{updateOptions(r){Object.assign(
o,r)},updateCode(r,i=!0){e.textContent=r,h(e),i&&w(r)},onUpdate(r){w=r},toString:G,save:E,restore:T,recordHistory:k,destroy(){
for(let[r,i]of f)e.removeEventListener(r,i)}}}function Q(e){return e.split(";")[0].trim().toLowerCase()}function ee(e){return/[/+]json$/.test(Q(e))}function te(e){return/[/+]xml$/.
test(Q(e))}function Be(e,t){let[,n="utf-8"]=/charset="?([\w-]+)/i.exec(t)??[];try{return new TextDecoder(n).decode(e)}catch{
return new TextDecoder().decode(e)}}var $t=/\s+|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[{}[\],:]/y,
Nt=/<!--.*?-->|<\/?[^<>\s]+|\/?>|[^<>\s"=]+(?==)|"[^"<]*"|[^<>"=]+|./sy;function*Xe(e,t){for(let n=0;n<e.length;){t.lastIndex=
n;let o=t.exec(e)?.[0]||e[n];n+=o.length,yield{token:o,end:n}}}function Fe({token:e,end:t},n){return/^\s*$/.test(e)?"":e[0]===
'"'?/^\s*:/.test(n.slice(t,t+20))?"nt":"s2":e[0]==="<"||e.endsWith(">")?e.startsWith("<!--")?"c":"nt":/^-?\d/.test(e)?"m\
i":/^(true|false|null)$/.test(e)?"kc":""}function ve(e){return te(e)?Nt:ee(e)?$t:null}var At=5e4;function kt(e,t){return!t||e.length>At?[e]:[...Xe(e,t)].map(n=>{let o=Fe(n,e);return o?g("span",{class:o},n.token):
n.token})}function Oe(e){let t="";for(let n of e.childNodes)n instanceof Text?t+=n.data:n.nodeName==="BR"?t+=n.nextSibling?
`
`:"":t+=(n.nodeName==="DIV"&&n.previousSibling?`
`:"")+Oe(n);return t}function Je(e,t,n){let o="",s=g("div",{class:"callsheet-editor highlight",tabindex:"0",role:"textbo\
x","aria-multiline":"true","aria-label":e,"aria-describedby":t,dir:"ltr"}),c=()=>s.replaceChildren(...kt(Oe(s),ve(o))),d=De(
s,c,{tab:"  ",catchTab:!1,addClosing:!1,window:{document,navigator,setTimeout:(l,u)=>setTimeout(()=>document.activeElement===
s&&l(),u)}});return s.addEventListener("blur",()=>Ce(c)),s.addEventListener("input",n),s.addEventListener("keyup",n),{area:s,
get:()=>Oe(s),set(l,u){o=u,d.updateCode(l,!1),n()}}}var We=/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;var Ct=/^(\d{4})-(\d\d)-(\d\d)[Tt ]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)?$/,Ve=new Map([["int32",31n],
["int64",63n]]),He=new Map([["int32","int32, a whole number from -2147483648 to 2147483647"],["int64","int64, a whole nu\
mber of at most 64 bits"],["double","double, a number such as 1.5"],["bool","bool, true or false"],["date-time","date-ti\
me, such as 2026-11-21T09:30:00Z"],["byte","byte, text in base64"]]);function Ke(e){let[,t,n,o]=Ct.exec(e)??[];if(!o||t===
"0000")return!1;let s=new Date(Date.UTC(2e3,Number(n)-1,Number(o)));return s.setUTCFullYear(Number(t),Number(n)-1,Number(
o)),s.getUTCMonth()===Number(n)-1&&s.getUTCDate()===Number(o)}var Lt=200,Mt=20,Rt=new Map([["date",/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/],["email",/^[^\s@]+@[^\s@]+$/],["ur\
i",/^[a-z][a-z0-9+.-]*:[^\s]*$/i],["uuid",/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i]]),Pt=[["minimum","at least %",
(e,t)=>e<t],["maximum","at most %",(e,t)=>e>t],["exclusiveMinimum","above %",(e,t)=>e<=t],["exclusiveMaximum","below %",
(e,t)=>e>=t],["multipleOf","a multiple of %",(e,t)=>Math.abs(e/t-Math.round(e/t))>1e-9]],jt=[["minLength","at least % ch\
aracters",(e,t)=>[...e].length<t],["maxLength","at most % characters",(e,t)=>[...e].length>t],["pattern","a text that ma\
tches %",(e,t)=>!Ge(t,e)]],It=[["minItems","at least % items",(e,t)=>e.length<t],["maxItems","at most % items",(e,t)=>e.
length>t],["uniqueItems","items that differ",(e,t)=>t&&e.some((n,o)=>e.slice(0,o).some(s=>pe(n,s)))]],_t=[["minPropertie\
s","at least % properties",(e,t)=>Object.keys(e).length<t],["maxProperties","at most % properties",(e,t)=>Object.keys(e).
length>t]];function Ze(e){return e===null?"null":Array.isArray(e)?"array":typeof e=="number"?Number.isInteger(e)?"intege\
r":"number":typeof e}function ce(e){return Ze(e)==="object"}function qe({type:e}){return[e??[]].flat()}function Ut(e){let t=JSON.
stringify(e);return t.length>60?`${t.slice(0,57)}...`:t}function ze(e,t){return/^[\p{L}_][\p{L}\p{N}_]*$/u.test(t)?`${e}\
.${t}`:`${e}[${JSON.stringify(t)}]`}function*ne(e,t,n,o="$",s=0){let c=(l,u)=>({path:o,keyword:l,expected:u,got:Ut(e)});
if(t===!1&&(yield c("not","no such value")),typeof t=="boolean"||s>Lt)return;let f=Dt(e,t)??Bt(e,t);if(f){yield c(...f);
return}let d=l=>ne(e,l,n,o,s+1);t.$ref&&(yield*d(n[t.$ref]??{}));for(let[l,u]of Xt(e,t))yield c(l,u);Array.isArray(e)?yield*Ft(
e,t,n,o,s):ce(e)&&(yield*vt(e,t,n,o,s));for(let l of t.allOf??[])yield*d(l);for(let l of["anyOf","oneOf"]){let u=(t[l]??
[]).map(h=>he(Mt,d(h))),w=u.filter(h=>!h.length).length,x=u.find(h=>h.length&&h[0].path!==o);u.length&&!w&&(x||u.length===
1)?yield*x??u[0]:u.length&&!w?yield c("anyOf",u.map(h=>h[0].expected).join(" or ")):l==="oneOf"&&w>1&&(yield c("oneOf","\
exactly one of the alternatives"))}t.not!==void 0&&d(t.not).next().done&&(yield c("not","no such value"))}function Dt(e,t){
let n=Ze(e),o=qe(t);if(!o.length||o.includes(n)||n==="integer"&&o.includes("number"))return null;let{format:s=""}=t;return[
"type",He.has(s)?s:o.filter(c=>c!=="null").join(" or ")]}function Bt(e,t){let n=Object.hasOwn(t,"const")?[t.const]:t.enum;
if(!n||n.some(s=>pe(s,e)))return null;let o=n.filter(s=>s!==null).map(s=>typeof s=="string"?s:JSON.stringify(s));return[
t.enum?"enum":"const",`one of ${o.join(", ")}`]}function pe(e,t){if(e===t)return!0;if(Array.isArray(e)&&Array.isArray(t))
return e.length===t.length&&e.every((o,s)=>pe(o,t[s]));if(!ce(e)||!ce(t))return!1;let n=Object.keys(e);return n.length===
Object.keys(t).length&&n.every(o=>Object.hasOwn(t,o)&&pe(e[o],t[o]))}function*Xt(e,t){let{format:n="",contentEncoding:o}=t;
if(typeof e=="number"){yield*ue(e,Pt,t);let s=Number.isInteger(e)?Ve.get(n):void 0;s&&Math.abs(e+.5)>2**Number(s)&&(yield[
"format",n])}else typeof e=="string"?(yield*ue(e,jt,t),n==="date-time"&&!Ke(e)&&(yield["format",n]),Rt.get(n)?.test(e)===
!1&&(yield["format",n]),o&&!We.test(e)&&(yield["contentEncoding",o])):Array.isArray(e)?yield*ue(e,It,t):ce(e)&&(yield*ue(
e,_t,t))}function*ue(e,t,n){for(let[o,s,c]of t){let f=n[o];f!==void 0&&c(e,f)&&(yield[o,s.replace("%",()=>String(f))])}}
function Ge(e,t){try{return new RegExp(e,"u").test(t)}catch{return!0}}function*Ft(e,{items:t,prefixItems:n=[]},o,s,c){for(let f=0;f<
e.length;f+=1){let d=f<n.length?n[f]:t;d!==void 0&&(yield*ne(e[f],d,o,`${s}[${f}]`,c+1))}}function*vt(e,t,n,o,s){let{properties:c={},
additionalProperties:f}=t,d=t.required===!0?Object.keys(c):t.required??[];for(let u of d)Object.hasOwn(e,u)||(yield{path:ze(
o,u),keyword:"required",expected:"the property",got:"nothing"});let l=Object.entries(t.patternProperties??{});for(let[u,
w]of Object.entries(e)){let x=l.filter(([h])=>Ge(h,u)).map(([,h])=>h);Object.hasOwn(c,u)?x.push(c[u]):!x.length&&f!==void 0&&
x.push(f);for(let h of x)yield*ne(w,h,n,ze(o,u),s+1)}}function he(e,t){let n=[];for(let o of t)if(n.push(o),n.length===e)
break;return n}function Se(e){if(/<!DOCTYPE/i.test(e))throw new Error("a document type is not allowed");let t=new DOMParser().parseFromString(
e,"application/xml"),n=t.querySelector("parsererror");if(n){let o=(n.textContent??"").split(`
`);throw new Error(o.find(s=>/error.*\d/i.test(s))??"it is not well-formed")}return t.documentElement}function Ye(e){return e instanceof Error?e.message:String(e)}var Jt=20;function et(e,{status:t,mediaType:n,content:o}){let{statuses:s=[],ranges:c=[],gets:f=[],got:d,types:l={}}=e,u=[
...s,...c],w=c.some(N=>N==="default"||N[0]===String(t)[0]);if(u.length&&!s.includes(t)&&!w)return[{path:"status",expected:u.
join(" or "),got:String(t)}];let x=Q(n);if(t===204||t===205||t===304||e.method==="HEAD")return[];if(t>=400)return ee(x)&&
o.length?Qe(o,x,void 0,{}):[];let h=f.map(Q);return h.length&&(x||d)&&!h.includes(x)?[{path:"media type",expected:h.join(
" or "),got:x||"none"}]:d&&!o.length?[{path:"body",expected:"a body",got:"nothing"}]:Qe(o,x,d,l)}function Qe(e,t,n,o){let s=Be(
e,t);try{if(te(t))Se(s);else if(ee(t)){let c=JSON.parse(s);return n?he(Jt,ne(c,n,o)).map(f=>({...f,path:`body ${f.path}`})):
[]}return[]}catch(c){return[{path:"body",expected:te(t)?"well-formed XML":"JSON",got:Ye(c)}]}}var Wt=401;function tt(e,t,{faults:n,isChanged:o,isAnonymous:s}){let c=et(e,t),{status:f}=t,d=f>=400&&f<500,l=f===Wt&&s,
u=c.some(({path:h})=>h==="status");if(d&&(o||l)&&u){let h="Refused; your input is not that of the example";n.length?h="R\
efused, as your input is not what the page allows":l&&(h="Refused, as the request has no credentials: choose how to sign\
 in");let N=`. The page does not document ${f}.`;return{kind:"neutral",text:h+N,said:`refused, ${f} is not documented`,found:[]}}
if(c.length)return{kind:"bad",text:"Not as documented:",said:`${`${c.length} ${c.length===1?"difference":"differences"}`}\
 from the page`,found:c};let w=!!(e.statuses?.length||e.ranges?.length);return d&&w?{kind:"neutral",text:`Refused, as do\
cumented for ${f}.`,said:"refused as documented",found:c}:n.length&&f<400?{kind:"neutral",text:`As documented for ${f}, \
although the page does not allow this input.`,said:"as documented",found:c}:{kind:"good",text:w?`As documented for ${f}.`:
"The page documents no status.",said:"as documented",found:c}}var Vt=["items","additionalProperties","not"],Ht=["prefixItems","allOf","anyOf","oneOf"],Kt=["properties","patternProper\
ties"];function ae(e){if(typeof e=="boolean")return e;let{type:t,...n}=typeof e=="string"?{type:e}:e,o=n;if(typeof t=="s\
tring"){let[s,c]=t.replace("?","").split(" "),f=s;o.type=t.endsWith("?")?[f,"null"]:f,c&&(o.format=c)}else t&&(o.type=t);
for(let s of Vt)s in n&&(o[s]=ae(n[s]));for(let s of Ht)s in n&&(o[s]=n[s].map(ae));for(let s of Kt)s in n&&(o[s]=rt(n[s]));
return o}function rt(e){return Object.fromEntries(Object.entries(e).map(([t,n])=>[t,ae(n)]))}function nt(e){return typeof e==
"string"?{name:e}:Array.isArray(e)?{name:e[0],type:e[1]}:e}function ot({query:e,headers:t,sent:n,got:o,types:s,...c}){return{
...c,...e&&{query:e.map(nt)},...t&&{headers:t.map(nt)},...n&&{sent:ae(n)},...o&&{got:ae(o)},...s&&{types:rt(s)}}}function st(e){
return`${e.replace(/^\.|[^A-Za-z0-9._-]|_(?=x)/gu,n=>`_x${n.codePointAt(0)?.toString(16).toUpperCase()}_`)}.js`}var zt=2e4;function Te({request:e,answer:t,uid:n}){let{method:o,target:s}=e,c=g("span",{class:"callsheet-run-verdict"}),
f=g("ul",{hidden:!0});n&&t.status&&Zt(n,e,t,c,f);let d=t.status?String(t.status):"no response",l=t.status>0&&t.status<400;
return g("details",{class:"callsheet-run-exchange"},g("summary",{},Le(o)," ",g("code",{},s)," → ",g("span",{"data-outc\
ome":l?"good":"bad"},d)," ",c),f,g("pre",{tabindex:"0"},ct(`${o} ${s}`,e.headers,e.body)),g("pre",{tabindex:"0"},ct(d,t.
headers,t.body)))}async function Zt(e,t,n,o,s){try{let f=document.querySelector(`[data-callsheet-uid="${CSS.escape(e)}"]`)?.
dataset.callsheetFile??st(e),d=ot(await Me(e,f)),l=it(n.headers,"content-type"),u=!it(t.headers,"authorization"),w={status:n.
status,mediaType:l,content:n.body},h=tt(d,w,{faults:[],isChanged:!0,isAnonymous:u});o.textContent=h.said,o.dataset.outcome=
h.kind,s.hidden=!h.found.length,s.append(...h.found.map(({path:N,expected:R,got:L})=>g("li",{},`${N}: expected ${R}, got\
 ${L}`)))}catch{o.textContent=""}}function it(e,t){return e.find(([n])=>n.toLowerCase()===t)?.[1]??""}function ct(e,t,n){
let o=t.map(([s,c])=>`${s}: ${qt(s,c)}`);return[e,...o,"",Gt(n)].join(`
`).trimEnd()}function qt(e,t){return/^(authorization|cookie)$/i.test(e)?`${t.split(" ")[0]} ••••••`:t}function Gt(e){
let t=e.subarray(0,zt);try{let n=new TextDecoder("utf-8",{fatal:!0}).decode(t,{stream:t.length<e.length});return t.length<
e.length?`${n}
…`:n}catch{return`(${e.length.toLocaleString("en")} bytes)`}}var Yt="http://127.0.0.1:8765",Qt=1e6,en=/^import \{([^}]*)\} from ["']node:([\w/]+)["'];?$/gm,tn=/^import ([\w$]+) from ["']node:([\w/]+)["'];?$/gm;
function nn(e){return e.replace(en,(t,n,o)=>`const {${n.replaceAll(" as ",": ")}} = callsheetModules["${o}"];`).replace(
tn,(t,n,o)=>`const ${n} = callsheetModules["${o}"];`).replaceAll("import.meta.url",'"file:///program/sample.mjs"')}async function at(e,{
files:t,environment:n},o,s){let c=await fetch(ie("sandbox/node.js")).catch(()=>null);if(!c?.ok)throw new Error("sandbox/\
node.js of this site cannot be loaded.");let f=await c.text(),l=`callsheetBegin(((given) => { for (const name in given.f\
iles) given.files[name] = Uint8Array.from(given.files[name]); return given; })(${JSON.stringify({origin:Yt,files:Object.
fromEntries(Object.entries(t).map(([N,R])=>[N,[...R]])),env:n})}));`,u=`${f}
${l}
(async () => {
${nn(e)}
})().then(callsheetEnd, callsheetFail);
`,w={},x=0,h=g("iframe",{sandbox:"allow-scripts",src:ie("sandbox/frame.html"),title:"JavaScript program",hidden:!0});if(s.
aborted)throw new I("Stopped.");return new Promise((N,R)=>{s.addEventListener("abort",()=>{D(),R(new I("Stopped."))});let L=async({
source:B,data:y})=>{let _=h.contentWindow;if(!(B!==_||!_))if(y.type==="loaded")_.postMessage({code:u},"*");else if(y.type===
"output"){let A=String(y.text).slice(0,Math.max(0,Qt-x));x+=y.text.length,A&&o.print(A,!!y.isError)}else if(y.type==="wr\
ote")w[String(y.name)]=y.content;else if(y.type==="fetch")try{let{status:A,reason:E,headers:T,body:X,uid:J}=await z({type:"\
fetch",...y.request},()=>{},s);if(o.exchanged({request:y.request,answer:{status:A,headers:T,body:X},uid:J}),!A)throw new TypeError(
"fetch failed: the server closed the connection");_.postMessage({id:y.id,answer:{status:A,reason:E,headers:T,body:X}},"*")}catch(A){
_.postMessage({id:y.id,error:A.message},"*")}else y.type==="thrown"||y.type==="ended"?(y.type==="thrown"&&o.print(`${y.text}\

`,!0),D(),N({code:y.type==="thrown"?1:Number(y.code),files:w})):y.type==="broken"&&(D(),R(new Error(String(y.text))))},D=()=>{
removeEventListener("message",L),h.remove()};addEventListener("message",L),document.body.append(h)})}var fe=new Set,ft=0;function lt(e){if(!e.dataset.step)return[e];ft!==Ee()&&fe.clear();let t=be(".callsheet-program[data-\
step]"),n=t.slice(0,t.indexOf(e)),o=n.findIndex(s=>!fe.has(s));return o<0?[e]:[...n.slice(o),e]}function dt(e){let t=be(
".callsheet-program[data-step]");for(let n of t.slice(t.indexOf(e)))fe.delete(n)}function ut(e){fe.add(e),ft=Ee()}function pt(){
fe.clear()}var rn="http://127.0.0.1:8765",on=/(\w+)["']?\s*(?:,|\?\?|\|\|)\s*["'`]https?:/;function ht(e){return(e/1e6).toFixed(1)}
var sn=/["'`.]([A-Z][A-Z0-9_]*?(?:USER|PASSWORD|TOKEN|KEY|SECRET|TICKET))\b/g,cn="reader",an="callsheet";function mt(e){
let t=on.exec(e)?.[1]??"CALLSHEET_BASE_URL",{base:n=ye}=Pe.get();if(n!==ye)return{[t]:n};let s=[...e.matchAll(sn)].map(([
,c])=>c).map(c=>[c,c.endsWith("USER")?cn:an]);return{...Object.fromEntries(s),[t]:rn}}async function fn(e){let t=await Promise.
all(e.map(async([n,o])=>{let s=await fetch(o).catch(()=>null);if(!s)throw new Error(`${n} cannot be loaded: the site doe\
s not answer.`);if(!s.ok)throw new Error(`${n} cannot be loaded (${s.status}).`);return[n,new Uint8Array(await s.arrayBuffer())]}));
return Object.fromEntries(t)}function gt(e,t){let n=Re("callsheet-run-status"),o=g("progress",{hidden:!0,max:"1","aria-l\
abel":"Loading"}),s=g("pre",{class:"callsheet-run-output",tabindex:"0","aria-label":"Output of the program",hidden:!0}),
c=g("div",{class:"callsheet-run-exchanges"}),f=g("p",{class:"callsheet-run-unsaved",hidden:!0},"The browser stores nothi\
ng for this site: what you change ends with the page."),d=null,l={},u=g("div",{hidden:!0}),w=(m,S)=>g("button",{type:"bu\
tton",class:"callsheet-button",click:S},m),x=w("Run again",t),h=new AbortController,N=w("Stop",()=>h.abort()),R=w("Edit",
A),L=w("Reset",()=>d?.set(e().source,"")),D=w("Start over",de);D.title=e().step?"Let the next run begin with the first p\
rogram, as if none had run":"Forget what you changed in this page's server",N.hidden=!0,L.hidden=!0;let B=g("div",{class:"\
callsheet-run-files"}),y=g("section",{class:"callsheet-run","aria-label":"Run in this page"},u,g("p",{class:"callsheet-r\
un-bar"},n,o,N,x,R,L,D),s,c,B,f);B.append(...e().files.map(([m])=>_(m)));function _(m){let S=g("input",{type:"file",async change(){
let[C]=S.files??[];C?l[m]=new Uint8Array(await C.arrayBuffer()):delete l[m]}});return g("label",{},`Another file as ${m}\
 `,S)}function A(){d||(d=Je("Program","",()=>{}),u.append(d.area),d.set(e().source,"")),u.hidden=!u.hidden,R.setAttribute(
"aria-pressed",`${!u.hidden}`),L.hidden=u.hidden,y.parentElement?.classList.toggle("callsheet-edited",!u.hidden),u.hidden||
d.area.focus()}function E(m,S=""){n.textContent=m,n.dataset.outcome=S}function T(m,S){s.hidden=!1,s.append(S?g("span",{class:"\
callsheet-run-error"},m):m)}function X(){for(let m of[y,n])m.scrollIntoView({block:"nearest"})}function J(m){if(m.type===
"progress"){let{loaded:S,all:C}=m;o.hidden=S>=C,o.value=S/C,S<C&&E(`Loading ${ht(S)} of ${ht(C)} MB …`)}else m.type===
"step"?E(`${m.text} …`):m.type==="ready"?E("Running …"):m.type==="output"?T(m.text,m.isError):m.type==="exchange"?c.
append(Te(m.exchange)):m.type==="cut"?T(`
… ${m.characters.toLocaleString("en")} more characters`,!0):m.type==="unsaved"&&(f.hidden=!1)}async function le({language:m,
name:S,step:C},k,Z){let{signal:F}=h;if(m==="python"){let H={name:S,source:k,files:Z,settings:mt(k)},oe={tutorial:C?location.
pathname:"",step:C};return z({type:"run",...H,...oe},J,F)}let q=performance.now(),W=H=>c.append(Te(H)),V={files:Z,environment:mt(
k)};return{...await at(k,V,{print:T,exchanged:W},F),milliseconds:performance.now()-q}}async function me(){let m=e();h=new AbortController;
let S=!1;s.replaceChildren(),s.hidden=!0,c.replaceChildren(),x.disabled=!0,N.hidden=!1,X(),E(Ue()?"Running …":"Loading\
 Python and the server …");try{let k={...await fn(m.files),...l},Z=d&&!u.hidden?d.get():m.source,{code:F,files:q,milliseconds:W}=await le(
m,Z,k),V=`in ${Math.max(1,Math.round(W))} ms`;F?E(`Ended with exit code ${F} ${V}.`,"bad"):E(`Succeeded ${V}.`,"good"),S=
!F;for(let[re,H]of Object.entries(q))c.append(ln(re,H))}catch(k){k instanceof I?E("Stopped. The next run starts anew."):
E(`It cannot run here. ${k.message}`,"bad")}finally{o.hidden=!0,x.disabled=!1,N.hidden=!0}let{top:C}=n.getBoundingClientRect();
return C>0&&C<innerHeight&&X(),S}async function de(){try{if(e().step){pt(),E("The next run begins with the first program\
.");return}await z({type:"startOver"},J),E("The server in this page begins afresh.")}catch(m){E(m.message,"bad")}}return{
section:y,run:me,say:E}}function ln(e,t){let n=URL.createObjectURL(new Blob([t])),o=g("a",{href:n,download:e},e),s=` (${t.
length.toLocaleString("en")} bytes)`,c=g("p",{},"Wrote ",o,s);return/\.(png|jpe?g|gif|webp)$/i.test(e)&&c.append(g("img",
{src:n,alt:e})),c}var yt=new WeakMap;async function wt(e,t){for(let n of lt(e)){if(dt(n),!await bt(n,t).run()){n!==e&&bt(e,t).say("A progr\
am before it has not succeeded.");break}ut(n)}}function bt(e,t){let n=yt.get(e);return n||(n=gt(()=>t(e),()=>wt(e,t)),yt.
set(e,n),e.append(n.section)),n}function xt(e){return z({type:"fetch",...e})}async function dn(e){let{pathname:t,search:n,
host:o}=new URL(e.url),s=[["Host",o],...e.headers],c=new Uint8Array(await e.arrayBuffer()),f=t+n,d=await xt({method:e.method,
target:f,headers:s,body:c});if(!d.status)throw new TypeError("The server closed the connection without a response.");let l=[
204,205,304].includes(d.status);return new Response(l?null:d.body,{status:d.status,statusText:d.reason,headers:d.headers})}
ke();window.callsheet.runProgram=wt;window.callsheet.askInPage=xt;window.callsheet.answerInPage=dn;})();
