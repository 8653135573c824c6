/*! Made by `make javascript`: sources f4a22bf71a9ccc6a, code 11c8d57e97d795db */
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
"use strict";(()=>{var Me=!1;function Re(){addEventListener("pointerdown",()=>ye(!0),!0),addEventListener("pointerup",()=>ye(!1),!0),addEventListener(
"pointercancel",()=>ye(!1),!0)}function ye(e){Me=e}function Pe(e){Me?addEventListener("pointerup",()=>setTimeout(e),{once:!0}):
e()}var{API_KEY:wn,IN_PAGE:$e,VALID:xn,all:be,assetUrl:ae,badge:je,breakable:En,codeText:On,copy:Sn,credentials:Tn,each:Nn,icon:An,
languageOf:kn,load:Cn,loadStyle:Ln,make:g,onPage:Mn,openDialog:Rn,operationFile:Ie,placeholders:Pn,save:jn,schemes:In,siteUrl:_e,
statusNote:Ue,storedText:_n,values:De}=window.callsheet;var I=class extends Error{},Xe=[],j=null,we="",ve=0,Be=0,M=[];function Fe(e){Xe=e}function Q(){return Xe.find(([t])=>location.
href.startsWith(_e(t)))??["","",""]}function At(){return location.protocol==="file:"?$phrase`Browsers run no programs in pages from a disk. Reading, searching and copying work; programs run once the site is served, for instance with python -m http.server.`:
"WebAssembly"in window?!("Worker"in window)||!("DecompressionStream"in window)?$phrase`This browser is too old to run Python in a page.`:
"":$phrase`This browser has no WebAssembly.`}function xe(e){j?.terminate(),j=null,M.shift()?.reject(e),Ee()}function We(e){
for(let t of M.splice(1))t.reject(e);xe(e)}function Ee(){M.length&&Ct(M[0].name).postMessage(M[0].order)}function kt({data:e}){
if(e.type==="broken")We(new Error(e.text));else if(!("id"in e)||e.id===null)for(let t of M)t.listen(e);else e.id===M[0]?.
order.id&&(e.type==="done"?(M.shift()?.resolve(e),Ee()):e.type==="failed"?xe(new Error(e.text)):M[0].listen(e))}function Ct(e){
return j&&we===e||(j?.terminate(),ve+=1,we=e,j=new Worker(ae("sandbox/worker.js"),{type:"module",name:e}),j.addEventListener(
"message",kt),j.addEventListener("error",t=>{We(new Error(t.message||$phrase`The worker of this page cannot be loaded.`))})),
j}function Oe(){return j!==null&&we===Q()[1]}function Se(){return Oe()?ve:0}function z(e,t=()=>{},n=void 0){let o=At();if(o)
return Promise.reject(new Error(o));if(n?.aborted)return Promise.reject(new I($phrase`Stopped.`));Be+=1;let s=Be;return new Promise(
(a,f)=>{let[,d]=Q(),l={order:{...e,id:s},resolve:a,reject:f,listen:t,name:d};M.push(l),M.length===1&&Ee(),n?.addEventListener(
"abort",()=>{let u=M.indexOf(l);u===0?xe(new I($phrase`Stopped.`)):u>0&&M.splice(u,1)[0].reject(new I($phrase`Stopped.`))})})}var Lt=window;function Je(e,t,n={}){let o={tab:"	",indentOn:/[({\[]$/,moveToNewLine:/^[)}\]]/,spellcheck:!1,catchTab:!0,
preserveIdent:!0,addClosing:!0,history:!0,window:Lt,autoclose:{open:`([{'"`,close:`)]}'"`},...n},s=o.window,a=s.document,
f=[],d=[],l=-1,u=!1,b=()=>{},w;e.setAttribute("contenteditable","plaintext-only"),e.setAttribute("spellcheck",o.spellcheck?
"true":"false"),e.style.outline="none",e.style.overflowWrap="break-word",e.style.overflowY="auto",e.style.whiteSpace="pr\
e-wrap";let p=(r,i)=>{t(r,i)},N=s.navigator.userAgent.match(/Firefox\/([0-9]+)\./),R=N?parseInt(N[1]):0,L=!1;(e.contentEditable!==
"plaintext-only"||R>=136)&&(L=!0),L&&e.setAttribute("contenteditable","true");let D=Ce(()=>{let r=x();p(e,r),S(r)},30),B=!1,
y=r=>!V(r)&&!oe(r)&&r.key!=="Meta"&&r.key!=="Control"&&r.key!=="Alt"&&!r.key.startsWith("Arrow"),_=Ce(r=>{y(r)&&(k(),B=!1)},
300),A=(r,i)=>{f.push([r,i]),e.addEventListener(r,i)};A("keydown",r=>{r.defaultPrevented||(w=G(),o.preserveIdent?ge(r):ue(
r),o.catchTab&&O(r),o.addClosing&&m(r),o.history&&(C(r),y(r)&&!B&&(k(),B=!0)),L&&!H(r)&&S(x()))}),A("keyup",r=>{r.defaultPrevented||
r.isComposing||(w!==G()&&D(),_(r),b(G()))}),A("focus",r=>{u=!0}),A("blur",r=>{u=!1}),A("paste",r=>{k(),Z(r),k(),b(G())}),
A("cut",r=>{k(),v(r),k(),b(G())});function x(){let r=Y(),i={start:0,end:0,dir:void 0},{anchorNode:c,anchorOffset:h,focusNode:$,
focusOffset:E}=r;if(!c||!$)throw"error1";if(c===e&&$===e)return i.start=h>0&&e.textContent?e.textContent.length:0,i.end=
E>0&&e.textContent?e.textContent.length:0,i.dir=E>=h?"->":"<-",i;if(c.nodeType===Node.ELEMENT_NODE){let T=a.createTextNode(
"");c.insertBefore(T,c.childNodes[h]),c=T,h=0}if($.nodeType===Node.ELEMENT_NODE){let T=a.createTextNode("");$.insertBefore(
T,$.childNodes[E]),$=T,E=0}return q(e,T=>{if(T===c&&T===$)return i.start+=h,i.end+=E,i.dir=h<=E?"->":"<-","stop";if(T===
c)if(i.start+=h,!i.dir)i.dir="->";else return"stop";else if(T===$)if(i.end+=E,!i.dir)i.dir="<-";else return"stop";T.nodeType===
Node.TEXT_NODE&&(i.dir!="->"&&(i.start+=T.nodeValue.length),i.dir!="<-"&&(i.end+=T.nodeValue.length))}),e.normalize(),i}
function S(r){let i=Y(),c,h=0,$,E=0;if(r.dir||(r.dir="->"),r.start<0&&(r.start=0),r.end<0&&(r.end=0),r.dir=="<-"){let{start:P,
end:U}=r;r.start=U,r.end=P}let T=0;q(e,P=>{if(P.nodeType!==Node.TEXT_NODE)return;let U=(P.nodeValue||"").length;if(T+U>r.
start&&(c||(c=P,h=r.start-T),T+U>r.end))return $=P,E=r.end-T,"stop";T+=U}),c||(c=e,h=e.childNodes.length),$||($=e,E=e.childNodes.
length),r.dir=="<-"&&([c,h,$,E]=[$,E,c,h]);{let P=X(c);if(P){let ie=a.createTextNode("");P.parentNode?.insertBefore(ie,P),
c=ie,h=0}let U=X($);if(U){let ie=a.createTextNode("");U.parentNode?.insertBefore(ie,U),$=ie,E=0}}i.setBaseAndExtent(c,h,
$,E),e.normalize()}function X(r){for(;r&&r!==e;){if(r.nodeType===Node.ELEMENT_NODE){let i=r;if(i.getAttribute("contented\
itable")=="false")return i}r=r.parentNode}}function W(){let i=Y().getRangeAt(0),c=a.createRange();return c.selectNodeContents(
e),c.setEnd(i.startContainer,i.startOffset),c.toString()}function de(){let i=Y().getRangeAt(0),c=a.createRange();return c.
selectNodeContents(e),c.setStart(i.endContainer,i.endOffset),c.toString()}function ge(r){if(r.key==="Enter"){let i=W(),c=de(),
[h]=Le(i),$=h;if(o.indentOn.test(i)&&($+=o.tab),$.length>0?(F(r),r.stopPropagation(),K(`
`+$)):ue(r),$!==h&&o.moveToNewLine.test(c)){let E=x();K(`
`+h),S(E)}}}function ue(r){if(L&&r.key==="Enter")if(F(r),r.stopPropagation(),de()==""){K(`
 `);let i=x();i.start=--i.end,S(i)}else K(`
`)}function m(r){let i=o.autoclose.open,c=o.autoclose.close;if(i.includes(r.key)){F(r);let h=x(),$=h.start==h.end?"":Y().
toString(),E=r.key+$+(c[i.indexOf(r.key)]??"");K(E),h.start++,h.end++,S(h)}}function O(r){if(r.key==="Tab")if(F(r),r.shiftKey){
let i=W(),[c,h]=Le(i);if(c.length>0){let $=x(),E=Math.min(o.tab.length,c.length);S({start:h,end:h+E}),a.execCommand("del\
ete"),$.start-=E,$.end-=E,S($)}}else K(o.tab)}function C(r){if(V(r)){F(r),l--;let i=d[l];i&&(e.innerHTML=i.html,S(i.pos)),
l<0&&(l=0)}if(oe(r)){F(r),l++;let i=d[l];i&&(e.innerHTML=i.html,S(i.pos)),l>=d.length&&l--}}function k(){if(!u)return;let r=e.
innerHTML,i=x(),c=d[l];if(c&&c.html===r&&c.pos.start===i.start&&c.pos.end===i.end)return;l++,d[l]={html:r,pos:i},d.splice(
l+1);let h=300;l>h&&(l=h,d.splice(0,1))}function Z(r){if(r.defaultPrevented)return;F(r);let c=(r.originalEvent??r).clipboardData.
getData("text/plain").replace(/\r\n?/g,`
`),h=x();K(c),p(e),S({start:Math.min(h.start,h.end)+c.length,end:Math.min(h.start,h.end)+c.length,dir:"<-"})}function v(r){
let i=x(),c=Y();(r.originalEvent??r).clipboardData.setData("text/plain",c.toString()),a.execCommand("delete"),p(e),S({start:Math.
min(i.start,i.end),end:Math.min(i.start,i.end),dir:"<-"}),F(r)}function q(r,i){let c=[];r.firstChild&&c.push(r.firstChild);
let h=c.pop();for(;h&&i(h)!=="stop";)h.nextSibling&&c.push(h.nextSibling),h.firstChild&&c.push(h.firstChild),h=c.pop()}function J(r){
return r.metaKey||r.ctrlKey}function V(r){return J(r)&&!r.shiftKey&&se(r)==="Z"}function oe(r){return J(r)&&r.shiftKey&&
se(r)==="Z"}function H(r){return J(r)&&se(r)==="C"}function se(r){let i=r.key||r.keyCode||r.which;if(i)return(typeof i==
"string"?i:String.fromCharCode(i)).toUpperCase()}function K(r){r=r.replace(/&/g,"&amp;").replace(/</g,"&lt;").replace(/>/g,
"&gt;").replace(/"/g,"&quot;").replace(/'/g,"&#039;"),a.execCommand("insertHTML",!1,r)}function Ce(r,i){let c=0;return(...h)=>{
clearTimeout(c),c=s.setTimeout(()=>r(...h),i)}}function Le(r){let i=r.length-1;for(;i>=0&&r[i]!==`
`;)i--;i++;let c=i;for(;c<r.length&&/[ \t]/.test(r[c]);)c++;return[r.substring(i,c)||"",i,c]}function G(){return e.textContent||
""}function F(r){r.preventDefault()}function Y(){return e.getRootNode().getSelection()}return{updateOptions(r){Object.assign(
o,r)},updateCode(r,i=!0){e.textContent=r,p(e),i&&b(r)},onUpdate(r){b=r},toString:G,save:x,restore:S,recordHistory:k,destroy(){
for(let[r,i]of f)e.removeEventListener(r,i)}}}function ee(e){return e.split(";")[0].trim().toLowerCase()}function te(e){return/[/+]json$/.test(ee(e))}function ne(e){return/[/+]xml$/.
test(ee(e))}function Ve(e,t){let[,n="utf-8"]=/charset="?([\w-]+)/i.exec(t)??[];try{return new TextDecoder(n).decode(e)}catch{
return new TextDecoder().decode(e)}}var Mt=/\s+|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[{}[\],:]/y,
Rt=/<!--.*?-->|<\/?[^<>\s]+|\/?>|[^<>\s"=]+(?==)|"[^"<]*"|[^<>"=]+|./sy;function*He(e,t){for(let n=0;n<e.length;){t.lastIndex=
n;let o=t.exec(e)?.[0]||e[n];n+=o.length,yield{token:o,end:n}}}function Ke({token:e,end:t},n){return/^\s*$/.test(e)?"":e[0]===
'"'?/^\s*:/.test(n.slice(t,t+20))?"nt":"s2":e[0]==="<"||e.endsWith(">")?e.startsWith("<!--")?"c":"nt":/^-?\d/.test(e)?"m\
i":/^(true|false|null)$/.test(e)?"kc":""}function ze(e){return ne(e)?Rt:te(e)?Mt:null}var Pt=5e4;function jt(e,t){return!t||e.length>Pt?[e]:[...He(e,t)].map(n=>{let o=Ke(n,e);return o?g("span",{class:o},n.token):
n.token})}function Te(e){let t="";for(let n of e.childNodes)n instanceof Text?t+=n.data:n.nodeName==="BR"?t+=n.nextSibling?
`
`:"":t+=(n.nodeName==="DIV"&&n.previousSibling?`
`:"")+Te(n);return t}function Ze(e,t,n){let o="",s=g("div",{class:"callsheet-editor highlight",tabindex:"0",role:"textbo\
x","aria-multiline":"true","aria-label":e,"aria-describedby":t,dir:"ltr"}),a=()=>s.replaceChildren(...jt(Te(s),ze(o))),d=Je(
s,a,{tab:"  ",catchTab:!1,addClosing:!1,window:{document,navigator,setTimeout:(l,u)=>setTimeout(()=>document.activeElement===
s&&l(),u)}});return s.addEventListener("blur",()=>Pe(a)),s.addEventListener("input",n),s.addEventListener("keyup",n),{area:s,
get:()=>Te(s),set(l,u){o=u,d.updateCode(l,!1),n()}}}var qe=/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;var It=/^(\d{4})-(\d\d)-(\d\d)[Tt ]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)?$/,Ge=new Map([["int32",31n],
["int64",63n]]),Ye=new Map([["int32",$phrase`int32, a whole number from -2147483648 to 2147483647`],["int64",$phrase`int64, a whole number of at most 64 bits`],
["double",$phrase`double, a number such as 1.5`],["bool",$phrase`bool, true or false`],["date-time",$phrase`date-time, such as 2026-11-21T09:30:00Z`],
["byte",$phrase`byte, text in base64`]]);function Qe(e){let[,t,n,o]=It.exec(e)??[];if(!o||t==="0000")return!1;let s=new Date(
Date.UTC(2e3,Number(n)-1,Number(o)));return s.setUTCFullYear(Number(t),Number(n)-1,Number(o)),s.getUTCMonth()===Number(n)-
1&&s.getUTCDate()===Number(o)}var _t=200,Ut=20,Dt=new Map([["date",/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/],["email",/^[^\s@]+@[^\s@]+$/],["ur\
i",/^[a-z][a-z0-9+.-]*:[^\s]*$/i],["uuid",/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i]]),Bt=[["minimum",$phrase`at least %`,
(e,t)=>e<t],["maximum",$phrase`at most %`,(e,t)=>e>t],["exclusiveMinimum",$phrase`above %`,(e,t)=>e<=t],["exclusiveMaxim\
um",$phrase`below %`,(e,t)=>e>=t],["multipleOf",$phrase`a multiple of %`,(e,t)=>Math.abs(e/t-Math.round(e/t))>1e-9]],Xt=[
["minLength",$phrase`at least % characters`,(e,t)=>[...e].length<t],["maxLength",$phrase`at most % characters`,(e,t)=>[...e].
length>t],["pattern",$phrase`a text that matches %`,(e,t)=>!rt(t,e)]],vt=[["minItems",$phrase`at least % items`,(e,t)=>e.
length<t],["maxItems",$phrase`at most % items`,(e,t)=>e.length>t],["uniqueItems",$phrase`items that differ`,(e,t)=>t&&e.
some((n,o)=>e.slice(0,o).some(s=>he(n,s)))]],Ft=[["minProperties",$phrase`at least % properties`,(e,t)=>Object.keys(e).length<
t],["maxProperties",$phrase`at most % properties`,(e,t)=>Object.keys(e).length>t]];function tt(e){return e===null?"null":
Array.isArray(e)?"array":typeof e=="number"?Number.isInteger(e)?"integer":"number":typeof e}function ce(e){return tt(e)===
"object"}function nt({type:e}){return[e??[]].flat()}function Wt(e){let t=JSON.stringify(e);return t.length>60?`${t.slice(
0,57)}...`:t}function et(e,t){return/^[\p{L}_][\p{L}\p{N}_]*$/u.test(t)?`${e}.${t}`:`${e}[${JSON.stringify(t)}]`}function*re(e,t,n,o="\
$",s=0){let a=(l,u)=>({path:o,keyword:l,expected:u,got:Wt(e)});if(t===!1&&(yield a("not",$phrase`no such value`)),typeof t==
"boolean"||s>_t)return;let f=Jt(e,t)??Vt(e,t);if(f){yield a(...f);return}let d=l=>re(e,l,n,o,s+1);t.$ref&&(yield*d(n[t.$ref]??
{}));for(let[l,u]of Ht(e,t))yield a(l,u);Array.isArray(e)?yield*Kt(e,t,n,o,s):ce(e)&&(yield*zt(e,t,n,o,s));for(let l of t.
allOf??[])yield*d(l);for(let l of["anyOf","oneOf"]){let u=(t[l]??[]).map(p=>me(Ut,d(p))),b=u.filter(p=>!p.length).length,
w=u.find(p=>p.length&&p[0].path!==o);u.length&&!b&&(w||u.length===1)?yield*w??u[0]:u.length&&!b?yield a("anyOf",u.map(p=>p[0].
expected).join(` ${$phrase`or`} `)):l==="oneOf"&&b>1&&(yield a("oneOf",$phrase`exactly one of the alternatives`))}t.not!==
void 0&&d(t.not).next().done&&(yield a("not",$phrase`no such value`))}function Jt(e,t){let n=tt(e),o=nt(t);if(!o.length||
o.includes(n)||n==="integer"&&o.includes("number"))return null;let{format:s=""}=t;return["type",Ye.has(s)?s:o.filter(a=>a!==
"null").join(` ${$phrase`or`} `)]}function Vt(e,t){let n=Object.hasOwn(t,"const")?[t.const]:t.enum;if(!n||n.some(s=>he(s,
e)))return null;let o=n.filter(s=>s!==null).map(s=>typeof s=="string"?s:JSON.stringify(s));return[t.enum?"enum":"const",
$phrase`one of ${o.join(", ")}`]}function he(e,t){if(e===t)return!0;if(Array.isArray(e)&&Array.isArray(t))return e.length===
t.length&&e.every((o,s)=>he(o,t[s]));if(!ce(e)||!ce(t))return!1;let n=Object.keys(e);return n.length===Object.keys(t).length&&
n.every(o=>Object.hasOwn(t,o)&&he(e[o],t[o]))}function*Ht(e,t){let{format:n="",contentEncoding:o}=t;if(typeof e=="number"){
yield*pe(e,Bt,t);let s=Number.isInteger(e)?Ge.get(n):void 0;s&&Math.abs(e+.5)>2**Number(s)&&(yield["format",n])}else typeof e==
"string"?(yield*pe(e,Xt,t),n==="date-time"&&!Qe(e)&&(yield["format",n]),Dt.get(n)?.test(e)===!1&&(yield["format",n]),o&&
!qe.test(e)&&(yield["contentEncoding",o])):Array.isArray(e)?yield*pe(e,vt,t):ce(e)&&(yield*pe(e,Ft,t))}function*pe(e,t,n){
for(let[o,s,a]of t){let f=n[o];f!==void 0&&a(e,f)&&(yield[o,s.replace("%",()=>String(f))])}}function rt(e,t){try{return new RegExp(
e,"u").test(t)}catch{return!0}}function*Kt(e,{items:t,prefixItems:n=[]},o,s,a){for(let f=0;f<e.length;f+=1){let d=f<n.length?
n[f]:t;d!==void 0&&(yield*re(e[f],d,o,`${s}[${f}]`,a+1))}}function*zt(e,t,n,o,s){let{properties:a={},additionalProperties:f}=t,
d=t.required===!0?Object.keys(a):t.required??[];for(let u of d)Object.hasOwn(e,u)||(yield{path:et(o,u),keyword:"required",
expected:$phrase`the property`,got:$phrase`nothing`});let l=Object.entries(t.patternProperties??{});for(let[u,b]of Object.
entries(e)){let w=l.filter(([p])=>rt(p,u)).map(([,p])=>p);Object.hasOwn(a,u)?w.push(a[u]):!w.length&&f!==void 0&&w.push(
f);for(let p of w)yield*re(b,p,n,et(o,u),s+1)}}function me(e,t){let n=[];for(let o of t)if(n.push(o),n.length===e)break;
return n}function Ne(e){if(/<!DOCTYPE/i.test(e))throw new Error($phrase`a document type is not allowed`);let t=new DOMParser().parseFromString(
e,"application/xml"),n=t.querySelector("parsererror");if(n){let o=(n.textContent??"").split(`
`);throw new Error(o.find(s=>/error.*\d/i.test(s))??$phrase`it is not well-formed`)}return t.documentElement}function ot(e){return e instanceof Error?e.message:String(e)}var Ae=$phrase`status`,Zt=20;function it(e,{status:t,mediaType:n,content:o}){let{statuses:s=[],ranges:a=[],gets:f=[],got:d,
types:l={}}=e,u=[...s,...a],b=a.some(N=>N==="default"||N[0]===String(t)[0]);if(u.length&&!s.includes(t)&&!b)return[{path:Ae,
expected:u.join(` ${$phrase`or`} `),got:String(t)}];let w=ee(n);if(t===204||t===205||t===304||e.method==="HEAD")return[];
if(t>=400)return te(w)&&o.length?st(o,w,void 0,{}):[];let p=f.map(ee);return p.length&&(w||d)&&!p.includes(w)?[{path:$phrase`media type`,
expected:p.join(` ${$phrase`or`} `),got:w||$phrase`none`}]:d&&!o.length?[{path:$phrase`body`,expected:$phrase`a body`,got:$phrase`nothing`}]:
st(o,w,d,l)}function st(e,t,n,o){let s=Ve(e,t);try{if(ne(t))Ne(s);else if(te(t)){let a=JSON.parse(s);return n?me(Zt,re(a,
n,o)).map(f=>({...f,path:`${$phrase`body`} ${f.path}`})):[]}return[]}catch(a){return[{path:$phrase`body`,expected:ne(t)?
$phrase`well-formed XML`:"JSON",got:ot(a)}]}}var qt=401;function at(e,t,{faults:n,isChanged:o,isAnonymous:s}){let a=it(e,t),{status:f}=t,d=f>=400&&f<500,l=f===qt&&s,
u=a.some(({path:p})=>p===Ae);if(d&&(o||l)&&u){let p=$phrase`Refused; your input is not that of the example.`;n.length?p=
$phrase`Refused, as your input is not what the page allows.`:l&&(p=$phrase`Refused, as the request has no credentials: choose how to sign in.`);
let N=$phrase`The page does not document ${f}.`;return{kind:"neutral",text:`${p} ${N}`,said:$phrase`refused, ${f} is not documented`,
found:[]}}if(a.length){let p=a.length===1?$phrase`1 difference from the page`:$phrase`${a.length} differences from the page`;
return{kind:"bad",text:$phrase`Not as documented:`,said:p,found:a}}let b=!!(e.statuses?.length||e.ranges?.length);return d&&
b?{kind:"neutral",text:$phrase`Refused, as documented for ${f}.`,said:$phrase`refused as documented`,found:a}:n.length&&
f<400?{kind:"neutral",text:$phrase`As documented for ${f}, although the page does not allow this input.`,said:$phrase`as documented`,
found:a}:{kind:"good",text:b?$phrase`As documented for ${f}.`:$phrase`The page documents no status.`,said:$phrase`as documented`,
found:a}}var Gt=["items","additionalProperties","not"],Yt=["prefixItems","allOf","anyOf","oneOf"],Qt=["properties","patternProper\
ties"];function fe(e){if(typeof e=="boolean")return e;let{type:t,...n}=typeof e=="string"?{type:e}:e,o=n;if(typeof t=="s\
tring"){let[s,a]=t.replace("?","").split(" "),f=s;o.type=t.endsWith("?")?[f,"null"]:f,a&&(o.format=a)}else t&&(o.type=t);
for(let s of Gt)s in n&&(o[s]=fe(n[s]));for(let s of Yt)s in n&&(o[s]=n[s].map(fe));for(let s of Qt)s in n&&(o[s]=ft(n[s]));
return o}function ft(e){return Object.fromEntries(Object.entries(e).map(([t,n])=>[t,fe(n)]))}function ct(e){return typeof e==
"string"?{name:e}:Array.isArray(e)?{name:e[0],type:e[1]}:e}function lt({query:e,headers:t,sent:n,got:o,types:s,...a}){return{
...a,...e&&{query:e.map(ct)},...t&&{headers:t.map(ct)},...n&&{sent:fe(n)},...o&&{got:fe(o)},...s&&{types:ft(s)}}}function dt(e){
return`${e.replace(/^\.|[^A-Za-z0-9._-]|_(?=x)/gu,n=>`_x${n.codePointAt(0)?.toString(16).toUpperCase()}_`)}.js`}var en=2e4;function ke({request:e,answer:t,uid:n}){let{method:o,target:s}=e,a=g("span",{class:"callsheet-run-verdict"}),
f=g("ul",{hidden:!0});n&&t.status&&tn(n,e,t,a,f);let d=t.status?String(t.status):$phrase`no response`,l=t.status>0&&t.status<
400;return g("details",{class:"callsheet-run-exchange"},g("summary",{},je(o)," ",g("code",{},s)," → ",g("span",{"data-\
outcome":l?"good":"bad"},d)," ",a),f,g("pre",{tabindex:"0"},pt(`${o} ${s}`,e.headers,e.body)),g("pre",{tabindex:"0"},pt(
d,t.headers,t.body)))}async function tn(e,t,n,o,s){try{let f=document.querySelector(`[data-callsheet-uid="${CSS.escape(e)}\
"]`)?.dataset.callsheetFile??dt(e),d=lt(await Ie(e,f)),l=ut(n.headers,"content-type"),u=!ut(t.headers,"authorization"),b={
status:n.status,mediaType:l,content:n.body},p=at(d,b,{faults:[],isChanged:!0,isAnonymous:u});o.textContent=p.said,o.dataset.
outcome=p.kind,s.hidden=!p.found.length,s.append(...p.found.map(({path:N,expected:R,got:L})=>g("li",{},`${N}: ${$phrase`expected ${R}, got ${L}`}`)))}catch{
o.textContent=""}}function ut(e,t){return e.find(([n])=>n.toLowerCase()===t)?.[1]??""}function pt(e,t,n){let o=t.map(([s,
a])=>`${s}: ${nn(s,a)}`);return[e,...o,"",rn(n)].join(`
`).trimEnd()}function nn(e,t){return/^(authorization|cookie)$/i.test(e)?`${t.split(" ")[0]} ••••••`:t}function rn(e){
let t=e.subarray(0,en);try{let n=new TextDecoder("utf-8",{fatal:!0}).decode(t,{stream:t.length<e.length});return t.length<
e.length?`${n}
…`:n}catch{return $phrase`(${e.length.toLocaleString($phrase`en`)} bytes)`}}var on="http://127.0.0.1:8765",sn=1e6,an=/^import \{([^}]*)\} from ["']node:([\w/]+)["'];?$/gm,cn=/^import ([\w$]+) from ["']node:([\w/]+)["'];?$/gm;
function fn(e){return e.replace(an,(t,n,o)=>`const {${n.replaceAll(" as ",": ")}} = callsheetModules["${o}"];`).replace(
cn,(t,n,o)=>`const ${n} = callsheetModules["${o}"];`).replaceAll("import.meta.url",'"file:///program/sample.mjs"')}async function ht(e,{
files:t,environment:n},o,s){let a=await fetch(ae("sandbox/node.js")).catch(()=>null);if(!a?.ok)throw new Error($phrase`sandbox/node.js of this site cannot be loaded.`);
let f=await a.text(),l=`callsheetBegin(((given) => { for (const name in given.files) given.files[name] = Uint8Array.from\
(given.files[name]); return given; })(${JSON.stringify({origin:on,files:Object.fromEntries(Object.entries(t).map(([N,R])=>[
N,[...R]])),env:n})}));`,u=`${f}
${l}
(async () => {
${fn(e)}
})().then(callsheetEnd, callsheetFail);
`,b={},w=0,p=g("iframe",{sandbox:"allow-scripts",src:ae("sandbox/frame.html"),title:$phrase`JavaScript program`,hidden:!0});
if(s.aborted)throw new I($phrase`Stopped.`);return new Promise((N,R)=>{s.addEventListener("abort",()=>{D(),R(new I($phrase`Stopped.`))});
let L=async({source:B,data:y})=>{let _=p.contentWindow;if(!(B!==_||!_))if(y.type==="loaded")_.postMessage({code:u},"*");else if(y.
type==="output"){let A=String(y.text).slice(0,Math.max(0,sn-w));w+=y.text.length,A&&o.print(A,!!y.isError)}else if(y.type===
"wrote")b[String(y.name)]=y.content;else if(y.type==="fetch")try{let{status:A,reason:x,headers:S,body:X,uid:W}=await z({
type:"fetch",...y.request,base:Q()[2]},()=>{},s);if(o.exchanged({request:y.request,answer:{status:A,headers:S,body:X},uid:W}),
!A)throw new TypeError("fetch failed: the server closed the connection");_.postMessage({id:y.id,answer:{status:A,reason:x,
headers:S,body:X}},"*")}catch(A){_.postMessage({id:y.id,error:A.message},"*")}else y.type==="thrown"||y.type==="ended"?(y.
type==="thrown"&&o.print(`${y.text}
`,!0),D(),N({code:y.type==="thrown"?1:Number(y.code),files:b})):y.type==="broken"&&(D(),R(new Error(String(y.text))))},D=()=>{
removeEventListener("message",L),p.remove()};addEventListener("message",L),document.body.append(p)})}var le=new Set,mt=0;function gt(e){if(!e.dataset.step)return[e];mt!==Se()&&le.clear();let t=be(".callsheet-program[data-\
step]"),n=t.slice(0,t.indexOf(e)),o=n.findIndex(s=>!le.has(s));return o<0?[e]:[...n.slice(o),e]}function yt(e){let t=be(
".callsheet-program[data-step]");for(let n of t.slice(t.indexOf(e)))le.delete(n)}function $t(e){le.add(e),mt=Se()}function bt(){
le.clear()}var ln="http://127.0.0.1:8765",dn=/(\w+)["']?\s*(?:,|\?\?|\|\|)\s*["'`]https?:/;function wt(e){return(e/1e6).toFixed(1)}
var un=/["'`.]([A-Z][A-Z0-9_]*?(?:USER|PASSWORD|TOKEN|KEY|SECRET|TICKET))\b/g,pn="reader",hn="callsheet";function xt(e){
let t=dn.exec(e)?.[1]??"CALLSHEET_BASE_URL",{base:n=$e}=De.get();if(n!==$e)return{[t]:n};let s=[...e.matchAll(un)].map(([
,a])=>a).map(a=>[a,a.endsWith("USER")?pn:hn]);return{...Object.fromEntries(s),[t]:ln+Q()[2]}}async function mn(e){let t=await Promise.
all(e.map(async([n,o])=>{let s=await fetch(o).catch(()=>null);if(!s)throw new Error($phrase`${n} cannot be loaded: the site does not answer.`);
if(!s.ok)throw new Error($phrase`${n} cannot be loaded (${s.status}).`);return[n,new Uint8Array(await s.arrayBuffer())]}));
return Object.fromEntries(t)}function Et(e,t){let n=Ue("callsheet-run-status"),o=g("progress",{hidden:!0,max:"1","aria-l\
abel":$phrase`Loading`}),s=g("pre",{class:"callsheet-run-output",tabindex:"0","aria-label":$phrase`Output of the program`,
hidden:!0}),a=g("div",{class:"callsheet-run-exchanges"}),f=g("p",{class:"callsheet-run-unsaved",hidden:!0},$phrase`The browser stores nothing for this site: what you change ends with the page.`),
d=null,l={},u=g("div",{hidden:!0}),b=(m,O)=>g("button",{type:"button",class:"callsheet-button",click:O},m),w=b($phrase`Run again`,
t),p=new AbortController,N=b($phrase`Stop`,()=>p.abort()),R=b($phrase`Edit`,A),L=b($phrase`Reset`,()=>d?.set(e().source,
"")),D=b($phrase`Start over`,ue);D.title=e().step?$phrase`Let the next run begin with the first program, as if none had run`:
$phrase`Forget what you changed in this page's server`,N.hidden=!0,L.hidden=!0;let B=g("div",{class:"callsheet-run-files"}),
y=g("section",{class:"callsheet-run","aria-label":$phrase`Run in this page`},u,g("p",{class:"callsheet-run-bar"},n,o,N,w,
R,L,D),s,a,B,f);B.append(...e().files.map(([m])=>_(m)));function _(m){let O=g("input",{type:"file",async change(){let[C]=O.
files??[];C?l[m]=new Uint8Array(await C.arrayBuffer()):delete l[m]}});return g("label",{},`${$phrase`Another file as ${m}`}\
 `,O)}function A(){d||(d=Ze($phrase`Program`,"",()=>{}),u.append(d.area),d.set(e().source,"")),u.hidden=!u.hidden,R.setAttribute(
"aria-pressed",`${!u.hidden}`),L.hidden=u.hidden,y.parentElement?.classList.toggle("callsheet-edited",!u.hidden),u.hidden||
d.area.focus()}function x(m,O=""){n.textContent=m,n.dataset.outcome=O}function S(m,O){s.hidden=!1,s.append(O?g("span",{class:"\
callsheet-run-error"},m):m)}function X(){for(let m of[y,n])m.scrollIntoView({block:"nearest"})}function W(m){if(m.type===
"progress"){let{loaded:O,all:C}=m;o.hidden=O>=C,o.value=O/C,O<C&&x($phrase`Loading ${wt(O)} of ${wt(C)} MB …`)}else m.
type==="step"?x(`${m.text} …`):m.type==="ready"?x($phrase`Running …`):m.type==="output"?S(m.text,m.isError):m.type===
"exchange"?a.append(ke(m.exchange)):m.type==="cut"?S(`
… ${$phrase`${m.characters.toLocaleString($phrase`en`)} more characters`}`,!0):m.type==="unsaved"&&(f.hidden=!1)}async function de({
language:m,name:O,step:C},k,Z){let{signal:v}=p;if(m==="python"){let H={name:O,source:k,files:Z,settings:xt(k)},se={tutorial:C?
location.pathname:"",step:C};return z({type:"run",...H,...se},W,v)}let q=performance.now(),J=H=>a.append(ke(H)),V={files:Z,
environment:xt(k)};return{...await ht(k,V,{print:S,exchanged:J},v),milliseconds:performance.now()-q}}async function ge(){
let m=e();p=new AbortController;let O=!1;s.replaceChildren(),s.hidden=!0,a.replaceChildren(),w.disabled=!0,N.hidden=!1,X(),
x(Oe()?$phrase`Running …`:$phrase`Loading Python and the server …`);try{let k={...await mn(m.files),...l},Z=d&&!u.hidden?
d.get():m.source,{code:v,files:q,milliseconds:J}=await de(m,Z,k),V=Math.max(1,Math.round(J));v?x($phrase`Ended with exit code ${v} in ${V} ms.`,
"bad"):x($phrase`Succeeded in ${V} ms.`,"good"),O=!v;for(let[oe,H]of Object.entries(q))a.append(gn(oe,H))}catch(k){k instanceof
I?x($phrase`Stopped. The next run starts anew.`):x($phrase`It cannot run here. ${k.message}`,"bad")}finally{o.hidden=!0,
w.disabled=!1,N.hidden=!0}let{top:C}=n.getBoundingClientRect();return C>0&&C<innerHeight&&X(),O}async function ue(){try{
if(e().step){bt(),x($phrase`The next run begins with the first program.`);return}await z({type:"startOver"},W),x($phrase`The server in this page begins afresh.`)}catch(m){
x(m.message,"bad")}}return{section:y,run:ge,say:x}}function gn(e,t){let n=URL.createObjectURL(new Blob([t])),o=g("a",{href:n,
download:e},e),s=$phrase` (${t.length.toLocaleString($phrase`en`)} bytes)`,a=g("p",{},$phrase`Wrote `,o,s);return/\.(png|jpe?g|gif|webp)$/i.
test(e)&&a.append(g("img",{src:n,alt:e})),a}var Ot=new WeakMap;async function Tt(e,t){for(let n of gt(e)){if(yt(n),!await St(n,t).run()){n!==e&&St(e,t).say($phrase`A program before it has not succeeded.`);
break}$t(n)}}function St(e,t){let n=Ot.get(e);return n||(n=Et(()=>t(e),()=>Tt(e,t)),Ot.set(e,n),e.append(n.section)),n}function Nt(e){
return z({type:"fetch",...e})}async function yn(e){let{pathname:t,search:n,host:o}=new URL(e.url),s=[["Host",o],...e.headers],
a=new Uint8Array(await e.arrayBuffer()),f=t+n,d=await Nt({method:e.method,target:f,headers:s,body:a});if(!d.status)throw new TypeError(
"The server closed the connection without a response.");let l=[204,205,304].includes(d.status);return new Response(l?null:
d.body,{status:d.status,statusText:d.reason,headers:d.headers})}Re();window.callsheet.runProgram=Tt;window.callsheet.startSandbox=
Fe;window.callsheet.askInPage=Nt;window.callsheet.answerInPage=yn;})();
