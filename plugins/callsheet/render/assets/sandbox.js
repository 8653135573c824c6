/*! Made by `make javascript`: sources 528af979024bb9f5, code d90ec5f7874f0db8 */
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
"use strict";(()=>{var ke=!1;function Le(){addEventListener("pointerdown",()=>ge(!0),!0),addEventListener("pointerup",()=>ge(!1),!0),addEventListener(
"pointercancel",()=>ge(!1),!0)}function ge(e){ke=e}function Ce(e){ke?addEventListener("pointerup",()=>setTimeout(e),{once:!0}):
e()}var{API_KEY:mn,IN_PAGE:ye,VALID:gn,all:$e,assetUrl:se,badge:Me,breakable:yn,codeText:$n,copy:bn,credentials:wn,each:xn,icon:En,
languageOf:On,load:Sn,loadStyle:Tn,make:g,onPage:Nn,openDialog:An,operationFile:Re,placeholders:kn,save:Ln,schemes:Cn,siteUrl:Mn,
statusNote:Pe,storedText:Rn,values:je}=window.callsheet;var _=class extends Error{},j=null,Ie=0,_e=0,M=[];function Et(){return location.protocol==="file:"?$phrase`Browsers run no programs in pages from a disk. Reading, searching and copying work; programs run once the site is served, for instance with python -m http.server.`:
"WebAssembly"in window?!("Worker"in window)||!("DecompressionStream"in window)?$phrase`This browser is too old to run Python in a page.`:
"":$phrase`This browser has no WebAssembly.`}function be(e){j?.terminate(),j=null,M.shift()?.reject(e),we()}function Ue(e){
for(let t of M.splice(1))t.reject(e);be(e)}function we(){M.length&&St().postMessage(M[0].order)}function Ot({data:e}){if(e.
type==="broken")Ue(new Error(e.text));else if(!("id"in e)||e.id===null)for(let t of M)t.listen(e);else e.id===M[0]?.order.
id&&(e.type==="done"?(M.shift()?.resolve(e),we()):e.type==="failed"?be(new Error(e.text)):M[0].listen(e))}function St(){
return j||(Ie+=1,j=new Worker(se("sandbox/worker.js"),{type:"module"}),j.addEventListener("message",Ot),j.addEventListener(
"error",e=>{Ue(new Error(e.message||$phrase`The worker of this page cannot be loaded.`))}),j)}function De(){return j!==null}
function xe(){return j?Ie:0}function H(e,t=()=>{},n=void 0){let o=Et();if(o)return Promise.reject(new Error(o));if(n?.aborted)
return Promise.reject(new _($phrase`Stopped.`));_e+=1;let s=_e;return new Promise((a,f)=>{let d={order:{...e,id:s},resolve:a,
reject:f,listen:t};M.push(d),M.length===1&&we(),n?.addEventListener("abort",()=>{let l=M.indexOf(d);l===0?be(new _($phrase`Stopped.`)):
l>0&&M.splice(l,1)[0].reject(new _($phrase`Stopped.`))})})}var Tt=window;function Be(e,t,n={}){let o={tab:"	",indentOn:/[({\[]$/,moveToNewLine:/^[)}\]]/,spellcheck:!1,catchTab:!0,
preserveIdent:!0,addClosing:!0,history:!0,window:Tt,autoclose:{open:`([{'"`,close:`)]}'"`},...n},s=o.window,a=s.document,
f=[],d=[],l=-1,h=!1,$=()=>{},w;e.setAttribute("contenteditable","plaintext-only"),e.setAttribute("spellcheck",o.spellcheck?
"true":"false"),e.style.outline="none",e.style.overflowWrap="break-word",e.style.overflowY="auto",e.style.whiteSpace="pr\
e-wrap";let u=(r,i)=>{t(r,i)},N=s.navigator.userAgent.match(/Firefox\/([0-9]+)\./),R=N?parseInt(N[1]):0,C=!1;(e.contentEditable!==
"plaintext-only"||R>=136)&&(C=!0),C&&e.setAttribute("contenteditable","true");let D=Ne(()=>{let r=x();u(e,r),S(r)},30),B=!1,
b=r=>!re(r)&&!Z(r)&&r.key!=="Meta"&&r.key!=="Control"&&r.key!=="Alt"&&!r.key.startsWith("Arrow"),I=Ne(r=>{b(r)&&(L(),B=!1)},
300),A=(r,i)=>{f.push([r,i]),e.addEventListener(r,i)};A("keydown",r=>{r.defaultPrevented||(w=q(),o.preserveIdent?pe(r):m(
r),o.catchTab&&k(r),o.addClosing&&O(r),o.history&&(F(r),b(r)&&!B&&(L(),B=!0)),C&&!he(r)&&S(x()))}),A("keyup",r=>{r.defaultPrevented||
r.isComposing||(w!==q()&&D(),I(r),$(q()))}),A("focus",r=>{h=!0}),A("blur",r=>{h=!1}),A("paste",r=>{L(),z(r),L(),$(q())}),
A("cut",r=>{L(),ne(r),L(),$(q())});function x(){let r=G(),i={start:0,end:0,dir:void 0},{anchorNode:c,anchorOffset:p,focusNode:y,
focusOffset:E}=r;if(!c||!y)throw"error1";if(c===e&&y===e)return i.start=p>0&&e.textContent?e.textContent.length:0,i.end=
E>0&&e.textContent?e.textContent.length:0,i.dir=E>=p?"->":"<-",i;if(c.nodeType===Node.ELEMENT_NODE){let T=a.createTextNode(
"");c.insertBefore(T,c.childNodes[p]),c=T,p=0}if(y.nodeType===Node.ELEMENT_NODE){let T=a.createTextNode("");y.insertBefore(
T,y.childNodes[E]),y=T,E=0}return J(e,T=>{if(T===c&&T===y)return i.start+=p,i.end+=E,i.dir=p<=E?"->":"<-","stop";if(T===
c)if(i.start+=p,!i.dir)i.dir="->";else return"stop";else if(T===y)if(i.end+=E,!i.dir)i.dir="<-";else return"stop";T.nodeType===
Node.TEXT_NODE&&(i.dir!="->"&&(i.start+=T.nodeValue.length),i.dir!="<-"&&(i.end+=T.nodeValue.length))}),e.normalize(),i}
function S(r){let i=G(),c,p=0,y,E=0;if(r.dir||(r.dir="->"),r.start<0&&(r.start=0),r.end<0&&(r.end=0),r.dir=="<-"){let{start:P,
end:U}=r;r.start=U,r.end=P}let T=0;J(e,P=>{if(P.nodeType!==Node.TEXT_NODE)return;let U=(P.nodeValue||"").length;if(T+U>r.
start&&(c||(c=P,p=r.start-T),T+U>r.end))return y=P,E=r.end-T,"stop";T+=U}),c||(c=e,p=e.childNodes.length),y||(y=e,E=e.childNodes.
length),r.dir=="<-"&&([c,p,y,E]=[y,E,c,p]);{let P=X(c);if(P){let oe=a.createTextNode("");P.parentNode?.insertBefore(oe,P),
c=oe,p=0}let U=X(y);if(U){let oe=a.createTextNode("");U.parentNode?.insertBefore(oe,U),y=oe,E=0}}i.setBaseAndExtent(c,p,
y,E),e.normalize()}function X(r){for(;r&&r!==e;){if(r.nodeType===Node.ELEMENT_NODE){let i=r;if(i.getAttribute("contented\
itable")=="false")return i}r=r.parentNode}}function K(){let i=G().getRangeAt(0),c=a.createRange();return c.selectNodeContents(
e),c.setEnd(i.startContainer,i.startOffset),c.toString()}function fe(){let i=G().getRangeAt(0),c=a.createRange();return c.
selectNodeContents(e),c.setStart(i.endContainer,i.endOffset),c.toString()}function pe(r){if(r.key==="Enter"){let i=K(),c=fe(),
[p]=Ae(i),y=p;if(o.indentOn.test(i)&&(y+=o.tab),y.length>0?(v(r),r.stopPropagation(),V(`
`+y)):m(r),y!==p&&o.moveToNewLine.test(c)){let E=x();V(`
`+p),S(E)}}}function m(r){if(C&&r.key==="Enter")if(v(r),r.stopPropagation(),fe()==""){V(`
 `);let i=x();i.start=--i.end,S(i)}else V(`
`)}function O(r){let i=o.autoclose.open,c=o.autoclose.close;if(i.includes(r.key)){v(r);let p=x(),y=p.start==p.end?"":G().
toString(),E=r.key+y+(c[i.indexOf(r.key)]??"");V(E),p.start++,p.end++,S(p)}}function k(r){if(r.key==="Tab")if(v(r),r.shiftKey){
let i=K(),[c,p]=Ae(i);if(c.length>0){let y=x(),E=Math.min(o.tab.length,c.length);S({start:p,end:p+E}),a.execCommand("del\
ete"),y.start-=E,y.end-=E,S(y)}}else V(o.tab)}function F(r){if(re(r)){v(r),l--;let i=d[l];i&&(e.innerHTML=i.html,S(i.pos)),
l<0&&(l=0)}if(Z(r)){v(r),l++;let i=d[l];i&&(e.innerHTML=i.html,S(i.pos)),l>=d.length&&l--}}function L(){if(!h)return;let r=e.
innerHTML,i=x(),c=d[l];if(c&&c.html===r&&c.pos.start===i.start&&c.pos.end===i.end)return;l++,d[l]={html:r,pos:i},d.splice(
l+1);let p=300;l>p&&(l=p,d.splice(0,1))}function z(r){if(r.defaultPrevented)return;v(r);let c=(r.originalEvent??r).clipboardData.
getData("text/plain").replace(/\r\n?/g,`
`),p=x();V(c),u(e),S({start:Math.min(p.start,p.end)+c.length,end:Math.min(p.start,p.end)+c.length,dir:"<-"})}function ne(r){
let i=x(),c=G();(r.originalEvent??r).clipboardData.setData("text/plain",c.toString()),a.execCommand("delete"),u(e),S({start:Math.
min(i.start,i.end),end:Math.min(i.start,i.end),dir:"<-"}),v(r)}function J(r,i){let c=[];r.firstChild&&c.push(r.firstChild);
let p=c.pop();for(;p&&i(p)!=="stop";)p.nextSibling&&c.push(p.nextSibling),p.firstChild&&c.push(p.firstChild),p=c.pop()}function W(r){
return r.metaKey||r.ctrlKey}function re(r){return W(r)&&!r.shiftKey&&me(r)==="Z"}function Z(r){return W(r)&&r.shiftKey&&
me(r)==="Z"}function he(r){return W(r)&&me(r)==="C"}function me(r){let i=r.key||r.keyCode||r.which;if(i)return(typeof i==
"string"?i:String.fromCharCode(i)).toUpperCase()}function V(r){r=r.replace(/&/g,"&amp;").replace(/</g,"&lt;").replace(/>/g,
"&gt;").replace(/"/g,"&quot;").replace(/'/g,"&#039;"),a.execCommand("insertHTML",!1,r)}function Ne(r,i){let c=0;return(...p)=>{
clearTimeout(c),c=s.setTimeout(()=>r(...p),i)}}function Ae(r){let i=r.length-1;for(;i>=0&&r[i]!==`
`;)i--;i++;let c=i;for(;c<r.length&&/[ \t]/.test(r[c]);)c++;return[r.substring(i,c)||"",i,c]}function q(){return e.textContent||
""}function v(r){r.preventDefault()}function G(){return e.getRootNode().getSelection()}return{updateOptions(r){Object.assign(
o,r)},updateCode(r,i=!0){e.textContent=r,u(e),i&&$(r)},onUpdate(r){$=r},toString:q,save:x,restore:S,recordHistory:L,destroy(){
for(let[r,i]of f)e.removeEventListener(r,i)}}}function Y(e){return e.split(";")[0].trim().toLowerCase()}function Q(e){return/[/+]json$/.test(Y(e))}function ee(e){return/[/+]xml$/.
test(Y(e))}function Xe(e,t){let[,n="utf-8"]=/charset="?([\w-]+)/i.exec(t)??[];try{return new TextDecoder(n).decode(e)}catch{
return new TextDecoder().decode(e)}}var Nt=/\s+|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[{}[\],:]/y,
At=/<!--.*?-->|<\/?[^<>\s]+|\/?>|[^<>\s"=]+(?==)|"[^"<]*"|[^<>"=]+|./sy;function*Fe(e,t){for(let n=0;n<e.length;){t.lastIndex=
n;let o=t.exec(e)?.[0]||e[n];n+=o.length,yield{token:o,end:n}}}function ve({token:e,end:t},n){return/^\s*$/.test(e)?"":e[0]===
'"'?/^\s*:/.test(n.slice(t,t+20))?"nt":"s2":e[0]==="<"||e.endsWith(">")?e.startsWith("<!--")?"c":"nt":/^-?\d/.test(e)?"m\
i":/^(true|false|null)$/.test(e)?"kc":""}function Je(e){return ee(e)?At:Q(e)?Nt:null}var kt=5e4;function Lt(e,t){return!t||e.length>kt?[e]:[...Fe(e,t)].map(n=>{let o=ve(n,e);return o?g("span",{class:o},n.token):
n.token})}function Ee(e){let t="";for(let n of e.childNodes)n instanceof Text?t+=n.data:n.nodeName==="BR"?t+=n.nextSibling?
`
`:"":t+=(n.nodeName==="DIV"&&n.previousSibling?`
`:"")+Ee(n);return t}function We(e,t,n){let o="",s=g("div",{class:"callsheet-editor highlight",tabindex:"0",role:"textbo\
x","aria-multiline":"true","aria-label":e,"aria-describedby":t,dir:"ltr"}),a=()=>s.replaceChildren(...Lt(Ee(s),Je(o))),d=Be(
s,a,{tab:"  ",catchTab:!1,addClosing:!1,window:{document,navigator,setTimeout:(l,h)=>setTimeout(()=>document.activeElement===
s&&l(),h)}});return s.addEventListener("blur",()=>Ce(a)),s.addEventListener("input",n),s.addEventListener("keyup",n),{area:s,
get:()=>Ee(s),set(l,h){o=h,d.updateCode(l,!1),n()}}}var Ve=/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;var Ct=/^(\d{4})-(\d\d)-(\d\d)[Tt ]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)?$/,He=new Map([["int32",31n],
["int64",63n]]),Ke=new Map([["int32",$phrase`int32, a whole number from -2147483648 to 2147483647`],["int64",$phrase`int64, a whole number of at most 64 bits`],
["double",$phrase`double, a number such as 1.5`],["bool",$phrase`bool, true or false`],["date-time",$phrase`date-time, such as 2026-11-21T09:30:00Z`],
["byte",$phrase`byte, text in base64`]]);function ze(e){let[,t,n,o]=Ct.exec(e)??[];if(!o||t==="0000")return!1;let s=new Date(
Date.UTC(2e3,Number(n)-1,Number(o)));return s.setUTCFullYear(Number(t),Number(n)-1,Number(o)),s.getUTCMonth()===Number(n)-
1&&s.getUTCDate()===Number(o)}var Mt=200,Rt=20,Pt=new Map([["date",/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/],["email",/^[^\s@]+@[^\s@]+$/],["ur\
i",/^[a-z][a-z0-9+.-]*:[^\s]*$/i],["uuid",/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i]]),jt=[["minimum",$phrase`at least %`,
(e,t)=>e<t],["maximum",$phrase`at most %`,(e,t)=>e>t],["exclusiveMinimum",$phrase`above %`,(e,t)=>e<=t],["exclusiveMaxim\
um",$phrase`below %`,(e,t)=>e>=t],["multipleOf",$phrase`a multiple of %`,(e,t)=>Math.abs(e/t-Math.round(e/t))>1e-9]],_t=[
["minLength",$phrase`at least % characters`,(e,t)=>[...e].length<t],["maxLength",$phrase`at most % characters`,(e,t)=>[...e].
length>t],["pattern",$phrase`a text that matches %`,(e,t)=>!Ye(t,e)]],It=[["minItems",$phrase`at least % items`,(e,t)=>e.
length<t],["maxItems",$phrase`at most % items`,(e,t)=>e.length>t],["uniqueItems",$phrase`items that differ`,(e,t)=>t&&e.
some((n,o)=>e.slice(0,o).some(s=>de(n,s)))]],Ut=[["minProperties",$phrase`at least % properties`,(e,t)=>Object.keys(e).length<
t],["maxProperties",$phrase`at most % properties`,(e,t)=>Object.keys(e).length>t]];function qe(e){return e===null?"null":
Array.isArray(e)?"array":typeof e=="number"?Number.isInteger(e)?"integer":"number":typeof e}function ie(e){return qe(e)===
"object"}function Ge({type:e}){return[e??[]].flat()}function Dt(e){let t=JSON.stringify(e);return t.length>60?`${t.slice(
0,57)}...`:t}function Ze(e,t){return/^[\p{L}_][\p{L}\p{N}_]*$/u.test(t)?`${e}.${t}`:`${e}[${JSON.stringify(t)}]`}function*te(e,t,n,o="\
$",s=0){let a=(l,h)=>({path:o,keyword:l,expected:h,got:Dt(e)});if(t===!1&&(yield a("not",$phrase`no such value`)),typeof t==
"boolean"||s>Mt)return;let f=Bt(e,t)??Xt(e,t);if(f){yield a(...f);return}let d=l=>te(e,l,n,o,s+1);t.$ref&&(yield*d(n[t.$ref]??
{}));for(let[l,h]of Ft(e,t))yield a(l,h);Array.isArray(e)?yield*vt(e,t,n,o,s):ie(e)&&(yield*Jt(e,t,n,o,s));for(let l of t.
allOf??[])yield*d(l);for(let l of["anyOf","oneOf"]){let h=(t[l]??[]).map(u=>ue(Rt,d(u))),$=h.filter(u=>!u.length).length,
w=h.find(u=>u.length&&u[0].path!==o);h.length&&!$&&(w||h.length===1)?yield*w??h[0]:h.length&&!$?yield a("anyOf",h.map(u=>u[0].
expected).join(` ${$phrase`or`} `)):l==="oneOf"&&$>1&&(yield a("oneOf",$phrase`exactly one of the alternatives`))}t.not!==
void 0&&d(t.not).next().done&&(yield a("not",$phrase`no such value`))}function Bt(e,t){let n=qe(e),o=Ge(t);if(!o.length||
o.includes(n)||n==="integer"&&o.includes("number"))return null;let{format:s=""}=t;return["type",Ke.has(s)?s:o.filter(a=>a!==
"null").join(` ${$phrase`or`} `)]}function Xt(e,t){let n=Object.hasOwn(t,"const")?[t.const]:t.enum;if(!n||n.some(s=>de(s,
e)))return null;let o=n.filter(s=>s!==null).map(s=>typeof s=="string"?s:JSON.stringify(s));return[t.enum?"enum":"const",
$phrase`one of ${o.join(", ")}`]}function de(e,t){if(e===t)return!0;if(Array.isArray(e)&&Array.isArray(t))return e.length===
t.length&&e.every((o,s)=>de(o,t[s]));if(!ie(e)||!ie(t))return!1;let n=Object.keys(e);return n.length===Object.keys(t).length&&
n.every(o=>Object.hasOwn(t,o)&&de(e[o],t[o]))}function*Ft(e,t){let{format:n="",contentEncoding:o}=t;if(typeof e=="number"){
yield*le(e,jt,t);let s=Number.isInteger(e)?He.get(n):void 0;s&&Math.abs(e+.5)>2**Number(s)&&(yield["format",n])}else typeof e==
"string"?(yield*le(e,_t,t),n==="date-time"&&!ze(e)&&(yield["format",n]),Pt.get(n)?.test(e)===!1&&(yield["format",n]),o&&
!Ve.test(e)&&(yield["contentEncoding",o])):Array.isArray(e)?yield*le(e,It,t):ie(e)&&(yield*le(e,Ut,t))}function*le(e,t,n){
for(let[o,s,a]of t){let f=n[o];f!==void 0&&a(e,f)&&(yield[o,s.replace("%",()=>String(f))])}}function Ye(e,t){try{return new RegExp(
e,"u").test(t)}catch{return!0}}function*vt(e,{items:t,prefixItems:n=[]},o,s,a){for(let f=0;f<e.length;f+=1){let d=f<n.length?
n[f]:t;d!==void 0&&(yield*te(e[f],d,o,`${s}[${f}]`,a+1))}}function*Jt(e,t,n,o,s){let{properties:a={},additionalProperties:f}=t,
d=t.required===!0?Object.keys(a):t.required??[];for(let h of d)Object.hasOwn(e,h)||(yield{path:Ze(o,h),keyword:"required",
expected:$phrase`the property`,got:$phrase`nothing`});let l=Object.entries(t.patternProperties??{});for(let[h,$]of Object.
entries(e)){let w=l.filter(([u])=>Ye(u,h)).map(([,u])=>u);Object.hasOwn(a,h)?w.push(a[h]):!w.length&&f!==void 0&&w.push(
f);for(let u of w)yield*te($,u,n,Ze(o,h),s+1)}}function ue(e,t){let n=[];for(let o of t)if(n.push(o),n.length===e)break;
return n}function Oe(e){if(/<!DOCTYPE/i.test(e))throw new Error($phrase`a document type is not allowed`);let t=new DOMParser().parseFromString(
e,"application/xml"),n=t.querySelector("parsererror");if(n){let o=(n.textContent??"").split(`
`);throw new Error(o.find(s=>/error.*\d/i.test(s))??$phrase`it is not well-formed`)}return t.documentElement}function Qe(e){return e instanceof Error?e.message:String(e)}var Se=$phrase`status`,Wt=20;function tt(e,{status:t,mediaType:n,content:o}){let{statuses:s=[],ranges:a=[],gets:f=[],got:d,
types:l={}}=e,h=[...s,...a],$=a.some(N=>N==="default"||N[0]===String(t)[0]);if(h.length&&!s.includes(t)&&!$)return[{path:Se,
expected:h.join(` ${$phrase`or`} `),got:String(t)}];let w=Y(n);if(t===204||t===205||t===304||e.method==="HEAD")return[];
if(t>=400)return Q(w)&&o.length?et(o,w,void 0,{}):[];let u=f.map(Y);return u.length&&(w||d)&&!u.includes(w)?[{path:$phrase`media type`,
expected:u.join(` ${$phrase`or`} `),got:w||$phrase`none`}]:d&&!o.length?[{path:$phrase`body`,expected:$phrase`a body`,got:$phrase`nothing`}]:
et(o,w,d,l)}function et(e,t,n,o){let s=Xe(e,t);try{if(ee(t))Oe(s);else if(Q(t)){let a=JSON.parse(s);return n?ue(Wt,te(a,
n,o)).map(f=>({...f,path:`${$phrase`body`} ${f.path}`})):[]}return[]}catch(a){return[{path:$phrase`body`,expected:ee(t)?
$phrase`well-formed XML`:"JSON",got:Qe(a)}]}}var Vt=401;function nt(e,t,{faults:n,isChanged:o,isAnonymous:s}){let a=tt(e,t),{status:f}=t,d=f>=400&&f<500,l=f===Vt&&s,
h=a.some(({path:u})=>u===Se);if(d&&(o||l)&&h){let u=$phrase`Refused; your input is not that of the example.`;n.length?u=
$phrase`Refused, as your input is not what the page allows.`:l&&(u=$phrase`Refused, as the request has no credentials: choose how to sign in.`);
let N=$phrase`The page does not document ${f}.`;return{kind:"neutral",text:`${u} ${N}`,said:$phrase`refused, ${f} is not documented`,
found:[]}}if(a.length){let u=a.length===1?$phrase`1 difference from the page`:$phrase`${a.length} differences from the page`;
return{kind:"bad",text:$phrase`Not as documented:`,said:u,found:a}}let $=!!(e.statuses?.length||e.ranges?.length);return d&&
$?{kind:"neutral",text:$phrase`Refused, as documented for ${f}.`,said:$phrase`refused as documented`,found:a}:n.length&&
f<400?{kind:"neutral",text:$phrase`As documented for ${f}, although the page does not allow this input.`,said:$phrase`as documented`,
found:a}:{kind:"good",text:$?$phrase`As documented for ${f}.`:$phrase`The page documents no status.`,said:$phrase`as documented`,
found:a}}var Ht=["items","additionalProperties","not"],Kt=["prefixItems","allOf","anyOf","oneOf"],zt=["properties","patternProper\
ties"];function ae(e){if(typeof e=="boolean")return e;let{type:t,...n}=typeof e=="string"?{type:e}:e,o=n;if(typeof t=="s\
tring"){let[s,a]=t.replace("?","").split(" "),f=s;o.type=t.endsWith("?")?[f,"null"]:f,a&&(o.format=a)}else t&&(o.type=t);
for(let s of Ht)s in n&&(o[s]=ae(n[s]));for(let s of Kt)s in n&&(o[s]=n[s].map(ae));for(let s of zt)s in n&&(o[s]=ot(n[s]));
return o}function ot(e){return Object.fromEntries(Object.entries(e).map(([t,n])=>[t,ae(n)]))}function rt(e){return typeof e==
"string"?{name:e}:Array.isArray(e)?{name:e[0],type:e[1]}:e}function st({query:e,headers:t,sent:n,got:o,types:s,...a}){return{
...a,...e&&{query:e.map(rt)},...t&&{headers:t.map(rt)},...n&&{sent:ae(n)},...o&&{got:ae(o)},...s&&{types:ot(s)}}}function it(e){
return`${e.replace(/^\.|[^A-Za-z0-9._-]|_(?=x)/gu,n=>`_x${n.codePointAt(0)?.toString(16).toUpperCase()}_`)}.js`}var Zt=2e4;function Te({request:e,answer:t,uid:n}){let{method:o,target:s}=e,a=g("span",{class:"callsheet-run-verdict"}),
f=g("ul",{hidden:!0});n&&t.status&&qt(n,e,t,a,f);let d=t.status?String(t.status):$phrase`no response`,l=t.status>0&&t.status<
400;return g("details",{class:"callsheet-run-exchange"},g("summary",{},Me(o)," ",g("code",{},s)," → ",g("span",{"data-\
outcome":l?"good":"bad"},d)," ",a),f,g("pre",{tabindex:"0"},ct(`${o} ${s}`,e.headers,e.body)),g("pre",{tabindex:"0"},ct(
d,t.headers,t.body)))}async function qt(e,t,n,o,s){try{let f=document.querySelector(`[data-callsheet-uid="${CSS.escape(e)}\
"]`)?.dataset.callsheetFile??it(e),d=st(await Re(e,f)),l=at(n.headers,"content-type"),h=!at(t.headers,"authorization"),$={
status:n.status,mediaType:l,content:n.body},u=nt(d,$,{faults:[],isChanged:!0,isAnonymous:h});o.textContent=u.said,o.dataset.
outcome=u.kind,s.hidden=!u.found.length,s.append(...u.found.map(({path:N,expected:R,got:C})=>g("li",{},`${N}: ${$phrase`expected ${R}, got ${C}`}`)))}catch{
o.textContent=""}}function at(e,t){return e.find(([n])=>n.toLowerCase()===t)?.[1]??""}function ct(e,t,n){let o=t.map(([s,
a])=>`${s}: ${Gt(s,a)}`);return[e,...o,"",Yt(n)].join(`
`).trimEnd()}function Gt(e,t){return/^(authorization|cookie)$/i.test(e)?`${t.split(" ")[0]} ••••••`:t}function Yt(e){
let t=e.subarray(0,Zt);try{let n=new TextDecoder("utf-8",{fatal:!0}).decode(t,{stream:t.length<e.length});return t.length<
e.length?`${n}
…`:n}catch{return $phrase`(${e.length.toLocaleString($phrase`en`)} bytes)`}}var Qt="http://127.0.0.1:8765",en=1e6,tn=/^import \{([^}]*)\} from ["']node:([\w/]+)["'];?$/gm,nn=/^import ([\w$]+) from ["']node:([\w/]+)["'];?$/gm;
function rn(e){return e.replace(tn,(t,n,o)=>`const {${n.replaceAll(" as ",": ")}} = callsheetModules["${o}"];`).replace(
nn,(t,n,o)=>`const ${n} = callsheetModules["${o}"];`).replaceAll("import.meta.url",'"file:///program/sample.mjs"')}async function ft(e,{
files:t,environment:n},o,s){let a=await fetch(se("sandbox/node.js")).catch(()=>null);if(!a?.ok)throw new Error($phrase`sandbox/node.js of this site cannot be loaded.`);
let f=await a.text(),l=`callsheetBegin(((given) => { for (const name in given.files) given.files[name] = Uint8Array.from\
(given.files[name]); return given; })(${JSON.stringify({origin:Qt,files:Object.fromEntries(Object.entries(t).map(([N,R])=>[
N,[...R]])),env:n})}));`,h=`${f}
${l}
(async () => {
${rn(e)}
})().then(callsheetEnd, callsheetFail);
`,$={},w=0,u=g("iframe",{sandbox:"allow-scripts",src:se("sandbox/frame.html"),title:$phrase`JavaScript program`,hidden:!0});
if(s.aborted)throw new _($phrase`Stopped.`);return new Promise((N,R)=>{s.addEventListener("abort",()=>{D(),R(new _($phrase`Stopped.`))});
let C=async({source:B,data:b})=>{let I=u.contentWindow;if(!(B!==I||!I))if(b.type==="loaded")I.postMessage({code:h},"*");else if(b.
type==="output"){let A=String(b.text).slice(0,Math.max(0,en-w));w+=b.text.length,A&&o.print(A,!!b.isError)}else if(b.type===
"wrote")$[String(b.name)]=b.content;else if(b.type==="fetch")try{let{status:A,reason:x,headers:S,body:X,uid:K}=await H({
type:"fetch",...b.request},()=>{},s);if(o.exchanged({request:b.request,answer:{status:A,headers:S,body:X},uid:K}),!A)throw new TypeError(
"fetch failed: the server closed the connection");I.postMessage({id:b.id,answer:{status:A,reason:x,headers:S,body:X}},"*")}catch(A){
I.postMessage({id:b.id,error:A.message},"*")}else b.type==="thrown"||b.type==="ended"?(b.type==="thrown"&&o.print(`${b.text}\

`,!0),D(),N({code:b.type==="thrown"?1:Number(b.code),files:$})):b.type==="broken"&&(D(),R(new Error(String(b.text))))},D=()=>{
removeEventListener("message",C),u.remove()};addEventListener("message",C),document.body.append(u)})}var ce=new Set,lt=0;function dt(e){if(!e.dataset.step)return[e];lt!==xe()&&ce.clear();let t=$e(".callsheet-program[data-\
step]"),n=t.slice(0,t.indexOf(e)),o=n.findIndex(s=>!ce.has(s));return o<0?[e]:[...n.slice(o),e]}function ut(e){let t=$e(
".callsheet-program[data-step]");for(let n of t.slice(t.indexOf(e)))ce.delete(n)}function pt(e){ce.add(e),lt=xe()}function ht(){
ce.clear()}var on="http://127.0.0.1:8765",sn=/(\w+)["']?\s*(?:,|\?\?|\|\|)\s*["'`]https?:/;function mt(e){return(e/1e6).toFixed(1)}
var an=/["'`.]([A-Z][A-Z0-9_]*?(?:USER|PASSWORD|TOKEN|KEY|SECRET|TICKET))\b/g,cn="reader",fn="callsheet";function gt(e){
let t=sn.exec(e)?.[1]??"CALLSHEET_BASE_URL",{base:n=ye}=je.get();if(n!==ye)return{[t]:n};let s=[...e.matchAll(an)].map(([
,a])=>a).map(a=>[a,a.endsWith("USER")?cn:fn]);return{...Object.fromEntries(s),[t]:on}}async function ln(e){let t=await Promise.
all(e.map(async([n,o])=>{let s=await fetch(o).catch(()=>null);if(!s)throw new Error($phrase`${n} cannot be loaded: the site does not answer.`);
if(!s.ok)throw new Error($phrase`${n} cannot be loaded (${s.status}).`);return[n,new Uint8Array(await s.arrayBuffer())]}));
return Object.fromEntries(t)}function yt(e,t){let n=Pe("callsheet-run-status"),o=g("progress",{hidden:!0,max:"1","aria-l\
abel":$phrase`Loading`}),s=g("pre",{class:"callsheet-run-output",tabindex:"0","aria-label":$phrase`Output of the program`,
hidden:!0}),a=g("div",{class:"callsheet-run-exchanges"}),f=g("p",{class:"callsheet-run-unsaved",hidden:!0},$phrase`The browser stores nothing for this site: what you change ends with the page.`),
d=null,l={},h=g("div",{hidden:!0}),$=(m,O)=>g("button",{type:"button",class:"callsheet-button",click:O},m),w=$($phrase`Run again`,
t),u=new AbortController,N=$($phrase`Stop`,()=>u.abort()),R=$($phrase`Edit`,A),C=$($phrase`Reset`,()=>d?.set(e().source,
"")),D=$($phrase`Start over`,pe);D.title=e().step?$phrase`Let the next run begin with the first program, as if none had run`:
$phrase`Forget what you changed in this page's server`,N.hidden=!0,C.hidden=!0;let B=g("div",{class:"callsheet-run-files"}),
b=g("section",{class:"callsheet-run","aria-label":$phrase`Run in this page`},h,g("p",{class:"callsheet-run-bar"},n,o,N,w,
R,C,D),B,s,a,f);B.append(...e().files.map(([m])=>I(m)));function I(m){let O=g("input",{type:"file",async change(){let[k]=O.
files??[];k?l[m]=new Uint8Array(await k.arrayBuffer()):delete l[m]}});return g("label",{},`${$phrase`Another file as ${m}`}\
 `,O)}function A(){d||(d=We($phrase`Program`,"",()=>{}),h.append(d.area),d.set(e().source,"")),h.hidden=!h.hidden,C.hidden=
h.hidden,b.parentElement?.classList.toggle("callsheet-edited",!h.hidden),h.hidden||d.area.focus()}function x(m,O=""){n.textContent=
m,n.dataset.outcome=O}function S(m,O){s.hidden=!1,s.append(O?g("span",{class:"callsheet-run-error"},m):m)}function X(m){
if(m.type==="progress"){let{loaded:O,all:k}=m;o.hidden=O>=k,o.value=O/k,O<k&&x($phrase`Loading ${mt(O)} of ${mt(k)} MB …`)}else
m.type==="step"?x(`${m.text} …`):m.type==="ready"?x($phrase`Running …`):m.type==="output"?S(m.text,m.isError):m.type===
"exchange"?a.append(Te(m.exchange)):m.type==="cut"?S(`
… ${$phrase`${m.characters.toLocaleString($phrase`en`)} more characters`}`,!0):m.type==="unsaved"&&(f.hidden=!1)}async function K({
language:m,name:O,step:k},F,L){let{signal:z}=u;if(m==="python"){let Z={name:O,source:F,files:L,settings:gt(F)},he={tutorial:k?
location.pathname:"",step:k};return H({type:"run",...Z,...he},X,z)}let ne=performance.now(),J=Z=>a.append(Te(Z)),W={files:L,
environment:gt(F)};return{...await ft(F,W,{print:S,exchanged:J},z),milliseconds:performance.now()-ne}}async function fe(){
let m=e();u=new AbortController;let O=!1;s.replaceChildren(),s.hidden=!0,a.replaceChildren(),w.disabled=!0,N.hidden=!1,x(
De()?$phrase`Running …`:$phrase`Loading Python and the server …`);try{let k={...await ln(m.files),...l},F=d&&!h.hidden?
d.get():m.source,{code:L,files:z,milliseconds:ne}=await K(m,F,k),J=Math.max(1,Math.round(ne));L?x($phrase`Ended with exit code ${L} in ${J} ms.`,
"bad"):x($phrase`Succeeded in ${J} ms.`,"good"),O=!L;for(let[W,re]of Object.entries(z))a.append(dn(W,re))}catch(k){k instanceof
_?x($phrase`Stopped. The next run starts anew.`):x($phrase`It cannot run here. ${k.message}`,"bad")}finally{o.hidden=!0,
w.disabled=!1,N.hidden=!0}return O}async function pe(){try{if(e().step){ht(),x($phrase`The next run begins with the first program.`);
return}await H({type:"startOver"},X),x($phrase`The server in this page begins afresh.`)}catch(m){x(m.message,"bad")}}return{
section:b,run:fe,say:x}}function dn(e,t){let n=URL.createObjectURL(new Blob([t])),o=g("a",{href:n,download:e},e),s=$phrase` (${t.
length.toLocaleString($phrase`en`)} bytes)`,a=g("p",{},$phrase`Wrote `,o,s);return/\.(png|jpe?g|gif|webp)$/i.test(e)&&a.
append(g("img",{src:n,alt:e})),a}var $t=new WeakMap;async function wt(e,t){for(let n of dt(e)){if(ut(n),!await bt(n,t).run()){n!==e&&bt(e,t).say($phrase`A program before it has not succeeded.`);
break}pt(n)}}function bt(e,t){let n=$t.get(e);return n||(n=yt(()=>t(e),()=>wt(e,t)),$t.set(e,n),e.append(n.section)),n}function xt(e){
return H({type:"fetch",...e})}async function un(e){let{pathname:t,search:n,host:o}=new URL(e.url),s=[["Host",o],...e.headers],
a=new Uint8Array(await e.arrayBuffer()),f=t+n,d=await xt({method:e.method,target:f,headers:s,body:a});if(!d.status)throw new TypeError(
"The server closed the connection without a response.");let l=[204,205,304].includes(d.status);return new Response(l?null:
d.body,{status:d.status,statusText:d.reason,headers:d.headers})}Le();window.callsheet.runProgram=wt;window.callsheet.askInPage=
xt;window.callsheet.answerInPage=un;})();
