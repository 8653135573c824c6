/*! Made by `make javascript`: sources 8395fa35d07d8545, code a34e95444a9a8623 */
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
"use strict";(()=>{var{API_KEY:Xe,VALID:ze,all:Je,assetUrl:ie,badge:ae,copy:Ye,credentials:Ze,load:Ge,make:p,onPage:Qe,openDialog:qe,placeholders:et,
save:tt,schemes:nt,siteUrl:rt,statusNote:ce,storedText:ot,values:st}=window.callsheet;var D=class extends Error{},L=null,le=0,v=new Map;function Pe(){return location.protocol==="file:"?"A page from a disk c\
annot start a worker. Serve the site, for instance with `python -m http.server`.":"WebAssembly"in window?!("Worker"in window)||
!("DecompressionStream"in window)?"This browser is too old to run Python in a page.":"":"This browser has no WebAssembly\
."}function z(t){L?.terminate(),L=null;for(let r of[...v.values()])r.reject(t);v.clear()}function $e({data:t}){if(t.type===
"broken")z(new Error(t.text));else if(!("id"in t)||t.id===null)for(let r of v.values())r.listen(t);else{let r=v.get(t.id);
(t.type==="done"||t.type==="failed")&&v.delete(t.id),t.type==="done"?r?.resolve(t):t.type==="failed"?(r?.reject(new Error(
t.text)),z(new D("Stopped."))):r?.listen(t)}}function Me(){return L||(L=new Worker(ie("sandbox/worker.js"),{type:"module"}),
L.addEventListener("message",$e),L.addEventListener("error",t=>{z(new Error(t.message||"The worker of this page cannot b\
e loaded."))}),L)}function de(){return L!==null}function I(t,r=()=>{}){let s=Pe();if(s)return Promise.reject(new Error(s));
le+=1;let a=le;return new Promise((l,d)=>{v.set(a,{resolve:l,reject:d,listen:r}),Me().postMessage({...t,id:a})})}function fe(){
z(new D("Stopped."))}var Ae=window;function ue(t,r,s={}){let a={tab:"	",indentOn:/[({\[]$/,moveToNewLine:/^[)}\]]/,spellcheck:!1,catchTab:!0,
preserveIdent:!0,addClosing:!0,history:!0,window:Ae,autoclose:{open:`([{'"`,close:`)]}'"`},...s},l=a.window,d=l.document,
T=[],h=[],u=-1,b=!1,E=()=>{},W;t.setAttribute("contenteditable","plaintext-only"),t.setAttribute("spellcheck",a.spellcheck?
"true":"false"),t.style.outline="none",t.style.overflowWrap="break-word",t.style.overflowY="auto",t.style.whiteSpace="pr\
e-wrap";let O=(e,n)=>{r(e,n)},U=l.navigator.userAgent.match(/Firefox\/([0-9]+)\./),F=U?parseInt(U[1]):0,M=!1;(t.contentEditable!==
"plaintext-only"||F>=136)&&(M=!0),M&&t.setAttribute("contenteditable","true");let J=oe(()=>{let e=y();O(t,e),c(e)},30),_=!1,
j=e=>!ne(e)&&!re(e)&&e.key!=="Meta"&&e.key!=="Control"&&e.key!=="Alt"&&!e.key.startsWith("Arrow"),H=oe(e=>{j(e)&&(P(),_=
!1)},300),k=(e,n)=>{T.push([e,n]),t.addEventListener(e,n)};k("keydown",e=>{e.defaultPrevented||(W=A(),a.preserveIdent?V(
e):X(e),a.catchTab&&Z(e),a.addClosing&&Y(e),a.history&&(G(e),j(e)&&!_&&(P(),_=!0)),M&&!Se(e)&&c(y()))}),k("keyup",e=>{e.
defaultPrevented||e.isComposing||(W!==A()&&J(),H(e),E(A()))}),k("focus",e=>{b=!0}),k("blur",e=>{b=!1}),k("paste",e=>{P(),
Le(e),P(),E(A())}),k("cut",e=>{P(),Oe(e),P(),E(A())});function y(){let e=R(),n={start:0,end:0,dir:void 0},{anchorNode:o,
anchorOffset:i,focusNode:f,focusOffset:g}=e;if(!o||!f)throw"error1";if(o===t&&f===t)return n.start=i>0&&t.textContent?t.
textContent.length:0,n.end=g>0&&t.textContent?t.textContent.length:0,n.dir=g>=i?"->":"<-",n;if(o.nodeType===Node.ELEMENT_NODE){
let w=d.createTextNode("");o.insertBefore(w,o.childNodes[i]),o=w,i=0}if(f.nodeType===Node.ELEMENT_NODE){let w=d.createTextNode(
"");f.insertBefore(w,f.childNodes[g]),f=w,g=0}return te(t,w=>{if(w===o&&w===f)return n.start+=i,n.end+=g,n.dir=i<=g?"->":
"<-","stop";if(w===o)if(n.start+=i,!n.dir)n.dir="->";else return"stop";else if(w===f)if(n.end+=g,!n.dir)n.dir="<-";else return"\
stop";w.nodeType===Node.TEXT_NODE&&(n.dir!="->"&&(n.start+=w.nodeValue.length),n.dir!="<-"&&(n.end+=w.nodeValue.length))}),
t.normalize(),n}function c(e){let n=R(),o,i=0,f,g=0;if(e.dir||(e.dir="->"),e.start<0&&(e.start=0),e.end<0&&(e.end=0),e.dir==
"<-"){let{start:C,end:N}=e;e.start=N,e.end=C}let w=0;te(t,C=>{if(C.nodeType!==Node.TEXT_NODE)return;let N=(C.nodeValue||
"").length;if(w+N>e.start&&(o||(o=C,i=e.start-w),w+N>e.end))return f=C,g=e.end-w,"stop";w+=N}),o||(o=t,i=t.childNodes.length),
f||(f=t,g=t.childNodes.length),e.dir=="<-"&&([o,i,f,g]=[f,g,o,i]);{let C=m(o);if(C){let B=d.createTextNode("");C.parentNode?.
insertBefore(B,C),o=B,i=0}let N=m(f);if(N){let B=d.createTextNode("");N.parentNode?.insertBefore(B,N),f=B,g=0}}n.setBaseAndExtent(
o,i,f,g),t.normalize()}function m(e){for(;e&&e!==t;){if(e.nodeType===Node.ELEMENT_NODE){let n=e;if(n.getAttribute("conte\
nteditable")=="false")return n}e=e.parentNode}}function x(){let n=R().getRangeAt(0),o=d.createRange();return o.selectNodeContents(
t),o.setEnd(n.startContainer,n.startOffset),o.toString()}function K(){let n=R().getRangeAt(0),o=d.createRange();return o.
selectNodeContents(t),o.setStart(n.endContainer,n.endOffset),o.toString()}function V(e){if(e.key==="Enter"){let n=x(),o=K(),
[i]=se(n),f=i;if(a.indentOn.test(n)&&(f+=a.tab),f.length>0?(S(e),e.stopPropagation(),$(`
`+f)):X(e),f!==i&&a.moveToNewLine.test(o)){let g=y();$(`
`+i),c(g)}}}function X(e){if(M&&e.key==="Enter")if(S(e),e.stopPropagation(),K()==""){$(`
 `);let n=y();n.start=--n.end,c(n)}else $(`
`)}function Y(e){let n=a.autoclose.open,o=a.autoclose.close;if(n.includes(e.key)){S(e);let i=y(),f=i.start==i.end?"":R().
toString(),g=e.key+f+(o[n.indexOf(e.key)]??"");$(g),i.start++,i.end++,c(i)}}function Z(e){if(e.key==="Tab")if(S(e),e.shiftKey){
let n=x(),[o,i]=se(n);if(o.length>0){let f=y(),g=Math.min(a.tab.length,o.length);c({start:i,end:i+g}),d.execCommand("del\
ete"),f.start-=g,f.end-=g,c(f)}}else $(a.tab)}function G(e){if(ne(e)){S(e),u--;let n=h[u];n&&(t.innerHTML=n.html,c(n.pos)),
u<0&&(u=0)}if(re(e)){S(e),u++;let n=h[u];n&&(t.innerHTML=n.html,c(n.pos)),u>=h.length&&u--}}function P(){if(!b)return;let e=t.
innerHTML,n=y(),o=h[u];if(o&&o.html===e&&o.pos.start===n.start&&o.pos.end===n.end)return;u++,h[u]={html:e,pos:n},h.splice(
u+1);let i=300;u>i&&(u=i,h.splice(0,1))}function Le(e){if(e.defaultPrevented)return;S(e);let o=(e.originalEvent??e).clipboardData.
getData("text/plain").replace(/\r\n?/g,`
`),i=y();$(o),O(t),c({start:Math.min(i.start,i.end)+o.length,end:Math.min(i.start,i.end)+o.length,dir:"<-"})}function Oe(e){
let n=y(),o=R();(e.originalEvent??e).clipboardData.setData("text/plain",o.toString()),d.execCommand("delete"),O(t),c({start:Math.
min(n.start,n.end),end:Math.min(n.start,n.end),dir:"<-"}),S(e)}function te(e,n){let o=[];e.firstChild&&o.push(e.firstChild);
let i=o.pop();for(;i&&n(i)!=="stop";)i.nextSibling&&o.push(i.nextSibling),i.firstChild&&o.push(i.firstChild),i=o.pop()}function Q(e){
return e.metaKey||e.ctrlKey}function ne(e){return Q(e)&&!e.shiftKey&&q(e)==="Z"}function re(e){return Q(e)&&e.shiftKey&&
q(e)==="Z"}function Se(e){return Q(e)&&q(e)==="C"}function q(e){let n=e.key||e.keyCode||e.which;if(n)return(typeof n=="s\
tring"?n:String.fromCharCode(n)).toUpperCase()}function $(e){e=e.replace(/&/g,"&amp;").replace(/</g,"&lt;").replace(/>/g,
"&gt;").replace(/"/g,"&quot;").replace(/'/g,"&#039;"),d.execCommand("insertHTML",!1,e)}function oe(e,n){let o=0;return(...i)=>{
clearTimeout(o),o=l.setTimeout(()=>e(...i),n)}}function se(e){let n=e.length-1;for(;n>=0&&e[n]!==`
`;)n--;n++;let o=n;for(;o<e.length&&/[ \t]/.test(e[o]);)o++;return[e.substring(n,o)||"",n,o]}function A(){return t.textContent||
""}function S(e){e.preventDefault()}function R(){return t.getRootNode().getSelection()}return{updateOptions(e){Object.assign(
a,e)},updateCode(e,n=!0){t.textContent=e,O(t),n&&E(e)},onUpdate(e){E=e},toString:A,save:y,restore:c,recordHistory:P,destroy(){
for(let[e,n]of T)t.removeEventListener(e,n)}}}var Re=!1;function pe(t){Re?addEventListener("pointerup",()=>setTimeout(t),{once:!0}):t()}function he(t){return t.split(";")[0].trim().toLowerCase()}function ge(t){return/[/+]json$/.test(he(t))}function me(t){return/[/+]xml$/.
test(he(t))}var ve=/\s+|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[{}[\],:]/y,
De=/<!--.*?-->|<\/?[^<>\s]+|\/?>|[^<>\s"=]+(?==)|"[^"<]*"|[^<>"=]+|./sy;function*we(t,r){for(let s=0;s<t.length;){r.lastIndex=
s;let a=r.exec(t)?.[0]||t[s];s+=a.length,yield{token:a,end:s}}}function ye({token:t,end:r},s){return/^\s*$/.test(t)?"":t[0]===
'"'?/^\s*:/.test(s.slice(r,r+20))?"nt":"s2":t[0]==="<"||t.endsWith(">")?t.startsWith("<!--")?"c":"nt":/^-?\d/.test(t)?"m\
i":/^(true|false|null)$/.test(t)?"kc":""}function xe(t){return me(t)?De:ge(t)?ve:null}var Ue=5e4;function _e(t,r){return!r||t.length>Ue?[t]:[...we(t,r)].map(s=>{let a=ye(s,t);return a?p("span",{class:a},s.token):
s.token})}function ee(t){let r="";for(let s of t.childNodes)s instanceof Text?r+=s.data:s.nodeName==="BR"?r+=s.nextSibling?
`
`:"":r+=(s.nodeName==="DIV"&&s.previousSibling?`
`:"")+ee(s);return r}function be(t,r,s){let a="",l=p("div",{class:"callsheet-editor highlight",role:"textbox","aria-mult\
iline":"true","aria-label":t,"aria-describedby":r,dir:"ltr"}),d=()=>l.replaceChildren(..._e(ee(l),xe(a))),h=ue(l,d,{tab:"\
  ",catchTab:!1,addClosing:!1,window:{document,navigator,setTimeout:(u,b)=>setTimeout(()=>document.activeElement===l&&u(),
b)}});return l.addEventListener("blur",()=>pe(d)),l.addEventListener("input",s),l.addEventListener("keyup",s),{area:l,get:()=>ee(
l),set(u,b){a=b,h.updateCode(u,!1),s()}}}var je=2e4;function Ce({request:t,answer:r}){let{method:s,target:a}=t,l=r.status?String(r.status):"no response";return p(
"details",{class:"callsheet-run-exchange"},p("summary",{},ae(s)," ",p("code",{},a),` → ${l}`),p("pre",{tabindex:"0"},Ee(
`${s} ${a}`,t.headers,t.body)),p("pre",{tabindex:"0"},Ee(l,r.headers,r.body)))}function Ee(t,r,s){let a=r.map(([l,d])=>`${l}\
: ${Be(l,d)}`);return[t,...a,"",Ie(s)].join(`
`).trimEnd()}function Be(t,r){return/^(authorization|cookie)$/i.test(t)?`${r.split(" ")[0]} ••••••`:r}function Ie(t){
let r=t.subarray(0,je);try{let s=new TextDecoder("utf-8",{fatal:!0}).decode(r,{stream:r.length<t.length});return r.length<
t.length?`${s}
…`:s}catch{return`(${t.length.toLocaleString("en")} bytes)`}}var We="";function Te(t){return(t/1e6).toFixed(1)}async function Fe(t){let r=await Promise.all(t.map(async([s,a])=>{let l=await fetch(a);if(!l.ok)throw new Error(`${s} ca\
nnot be loaded (${l.status}).`);return[s,new Uint8Array(await l.arrayBuffer())]}));return Object.fromEntries(r)}function ke(t){
let r=ce("callsheet-run-status"),s=p("progress",{hidden:!0,max:"1","aria-label":"Loading"}),a=p("pre",{class:"callsheet-\
run-output",tabindex:"0","aria-label":"Output of the program",hidden:!0}),l=p("div",{class:"callsheet-run-exchanges"}),d=null,
T={},h=p("div",{hidden:!0}),u=(c,m)=>p("button",{type:"button",class:"callsheet-button",click:m},c),b=u("Run again",k),E=u(
"Stop",()=>fe()),W=u("Edit",_),O=u("Reset",()=>d?.set(t().source,"")),U=u("Start over",y);U.title="Forget what you chang\
ed in this page's server",E.hidden=!0,O.hidden=!0;let F=p("div",{class:"callsheet-run-files"}),M=p("section",{class:"cal\
lsheet-run","aria-label":"Run in this page"},p("p",{class:"callsheet-run-bar"},r,s,E,b,W,O,U),h,F,a,l);F.append(...t().files.
map(([c])=>J(c)));function J(c){let m=p("input",{type:"file",async change(){let[x]=m.files??[];x?T[c]=new Uint8Array(await x.
arrayBuffer()):delete T[c]}});return p("label",{},`Another file as ${c} `,m)}function _(){d||(d=be("Program","",()=>{}),
h.append(d.area),d.set(t().source,"")),h.hidden=!h.hidden,O.hidden=h.hidden,h.hidden||d.area.focus()}function j(c,m){a.hidden=
!1,a.append(m?p("span",{class:"callsheet-run-error"},c):c)}function H(c){if(c.type==="progress"){let{loaded:m,all:x}=c;s.
hidden=m>=x,s.value=m/x,m<x&&(r.textContent=`Loading ${Te(m)} of ${Te(x)} MB`)}else c.type==="step"?r.textContent=`${c.text}\
 …`:c.type==="ready"?r.textContent="Running …":c.type==="output"?j(c.text,c.isError):c.type==="exchange"?l.append(Ce(
c.exchange)):c.type==="cut"?j(`
… ${c.characters.toLocaleString("en")} more characters`,!0):c.type==="unsaved"&&(r.textContent="The browser stores not\
hing for this site: what you change ends with the page.")}async function k(){let c=t();a.replaceChildren(),a.hidden=!0,l.
replaceChildren(),b.disabled=!0,E.hidden=!1,r.textContent=de()?"Running …":`Loading Python and the server${We} …`;try{
let m={...await Fe(c.files),...T},x=d&&!h.hidden?d.get():c.source,K={name:c.name,source:x,files:m,settings:{}},{code:V,files:X,
milliseconds:Y}=await I({type:"run",...K},H);r.textContent=`${V?`Ended with exit code ${V}`:"Succeeded"} in ${Math.max(1,
Math.round(Y))} ms.`;for(let[Z,G]of Object.entries(X))l.append(He(Z,G))}catch(m){m instanceof D?r.textContent="Stopped. \
The next run starts anew.":r.textContent=`It cannot run here. ${m.message}`}finally{s.hidden=!0,b.disabled=!1,E.hidden=!0}}
async function y(){try{await I({type:"startOver"},H),r.textContent="The server in this page begins afresh."}catch(c){r.textContent=
c.message}}return{section:M,run:k}}function He(t,r){let s=URL.createObjectURL(new Blob([r])),a=p("a",{href:s,download:t},
t),l=` (${r.length.toLocaleString("en")} bytes)`,d=p("p",{},"Wrote ",a,l);return/\.(png|jpe?g|gif|webp)$/i.test(t)&&d.append(
p("img",{src:s,alt:t})),d}var Ne=new WeakMap;async function Ke(t,r){let s=Ne.get(t);s||(s=ke(r),Ne.set(t,s),t.append(s.section)),await s.run()}async function Ve(t){
let{pathname:r,search:s,host:a}=new URL(t.url),l=[["Host",a],...t.headers],d=new Uint8Array(await t.arrayBuffer()),T={method:t.
method,target:r+s,headers:l,body:d},h=await I({type:"fetch",...T});if(!h.status)throw new TypeError("The server closed t\
he connection without a response.");let u=[204,205,304].includes(h.status);return new Response(u?null:h.body,{status:h.status,
headers:h.headers})}window.callsheet.runProgram=Ke;window.callsheet.answerInPage=Ve;})();
