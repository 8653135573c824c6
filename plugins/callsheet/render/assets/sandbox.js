/*! Made by `make javascript`: sources 70a102585a536c92, code 42c53ff1f3f9d9ae */
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
"use strict";(()=>{var ge=!1;function me(){addEventListener("pointerdown",()=>oe(!0),!0),addEventListener("pointerup",()=>oe(!1),!0),addEventListener(
"pointercancel",()=>oe(!1),!0)}function oe(t){ge=t}function we(t){ge?addEventListener("pointerup",()=>setTimeout(t),{once:!0}):
t()}var{API_KEY:lt,IN_PAGE:se,VALID:dt,all:ft,assetUrl:Z,badge:ye,breakable:ut,copy:pt,credentials:ht,load:gt,make:p,onPage:mt,
openDialog:wt,placeholders:yt,save:bt,schemes:xt,siteUrl:Et,statusNote:be,storedText:Tt,values:xe}=window.callsheet;var D=class extends Error{},_=null,Ee=0,X=new Map;function Be(){return location.protocol==="file:"?"A page from a disk c\
annot start a worker. Serve the site, for instance with `python -m http.server`.":"WebAssembly"in window?!("Worker"in window)||
!("DecompressionStream"in window)?"This browser is too old to run Python in a page.":"":"This browser has no WebAssembly\
."}function te(t){_?.terminate(),_=null;for(let o of[...X.values()])o.reject(t);X.clear()}function Fe({data:t}){if(t.type===
"broken")te(new Error(t.text));else if(!("id"in t)||t.id===null)for(let o of X.values())o.listen(t);else{let o=X.get(t.id);
(t.type==="done"||t.type==="failed")&&X.delete(t.id),t.type==="done"?o?.resolve(t):t.type==="failed"?(o?.reject(new Error(
t.text)),te(new D("Stopped."))):o?.listen(t)}}function He(){return _||(_=new Worker(Z("sandbox/worker.js"),{type:"module"}),
_.addEventListener("message",Fe),_.addEventListener("error",t=>{te(new Error(t.message||"The worker of this page cannot \
be loaded."))}),_)}function Te(){return _!==null}function H(t,o=()=>{}){let r=Be();if(r)return Promise.reject(new Error(
r));Ee+=1;let i=Ee;return new Promise((c,f)=>{X.set(i,{resolve:c,reject:f,listen:o}),He().postMessage({...t,id:i})})}function ke(){
te(new D("Stopped."))}var We=window;function Ne(t,o,r={}){let i={tab:"	",indentOn:/[({\[]$/,moveToNewLine:/^[)}\]]/,spellcheck:!1,catchTab:!0,
preserveIdent:!0,addClosing:!0,history:!0,window:We,autoclose:{open:`([{'"`,close:`)]}'"`},...r},c=i.window,f=c.document,
N=[],g=[],d=-1,T=!1,C=()=>{},L;t.setAttribute("contenteditable","plaintext-only"),t.setAttribute("spellcheck",i.spellcheck?
"true":"false"),t.style.outline="none",t.style.overflowWrap="break-word",t.style.overflowY="auto",t.style.whiteSpace="pr\
e-wrap";let v=(e,n)=>{o(e,n)},$=c.navigator.userAgent.match(/Firefox\/([0-9]+)\./),I=$?parseInt($[1]):0,P=!1;(t.contentEditable!==
"plaintext-only"||I>=136)&&(P=!0),P&&t.setAttribute("contenteditable","true");let W=pe(()=>{let e=k();v(t,e),x(e)},30),h=!1,
M=e=>!fe(e)&&!ue(e)&&e.key!=="Meta"&&e.key!=="Control"&&e.key!=="Alt"&&!e.key.startsWith("Arrow"),y=pe(e=>{M(e)&&(O(),h=
!1)},300),S=(e,n)=>{N.push([e,n]),t.addEventListener(e,n)};S("keydown",e=>{e.defaultPrevented||(L=K(),i.preserveIdent?m(
e):E(e),i.catchTab&&z(e),i.addClosing&&j(e),i.history&&(G(e),M(e)&&!h&&(O(),h=!0)),P&&!je(e)&&x(k()))}),S("keyup",e=>{e.
defaultPrevented||e.isComposing||(L!==K()&&W(),y(e),C(K()))}),S("focus",e=>{T=!0}),S("blur",e=>{T=!1}),S("paste",e=>{O(),
ee(e),O(),C(K())}),S("cut",e=>{O(),B(e),O(),C(K())});function k(){let e=V(),n={start:0,end:0,dir:void 0},{anchorNode:s,anchorOffset:a,
focusNode:u,focusOffset:w}=e;if(!s||!u)throw"error1";if(s===t&&u===t)return n.start=a>0&&t.textContent?t.textContent.length:
0,n.end=w>0&&t.textContent?t.textContent.length:0,n.dir=w>=a?"->":"<-",n;if(s.nodeType===Node.ELEMENT_NODE){let b=f.createTextNode(
"");s.insertBefore(b,s.childNodes[a]),s=b,a=0}if(u.nodeType===Node.ELEMENT_NODE){let b=f.createTextNode("");u.insertBefore(
b,u.childNodes[w]),u=b,w=0}return de(t,b=>{if(b===s&&b===u)return n.start+=a,n.end+=w,n.dir=a<=w?"->":"<-","stop";if(b===
s)if(n.start+=a,!n.dir)n.dir="->";else return"stop";else if(b===u)if(n.end+=w,!n.dir)n.dir="<-";else return"stop";b.nodeType===
Node.TEXT_NODE&&(n.dir!="->"&&(n.start+=b.nodeValue.length),n.dir!="<-"&&(n.end+=b.nodeValue.length))}),t.normalize(),n}
function x(e){let n=V(),s,a=0,u,w=0;if(e.dir||(e.dir="->"),e.start<0&&(e.start=0),e.end<0&&(e.end=0),e.dir=="<-"){let{start:A,
end:R}=e;e.start=R,e.end=A}let b=0;de(t,A=>{if(A.nodeType!==Node.TEXT_NODE)return;let R=(A.nodeValue||"").length;if(b+R>
e.start&&(s||(s=A,a=e.start-b),b+R>e.end))return u=A,w=e.end-b,"stop";b+=R}),s||(s=t,a=t.childNodes.length),u||(u=t,w=t.
childNodes.length),e.dir=="<-"&&([s,a,u,w]=[u,w,s,a]);{let A=J(s);if(A){let Y=f.createTextNode("");A.parentNode?.insertBefore(
Y,A),s=Y,a=0}let R=J(u);if(R){let Y=f.createTextNode("");R.parentNode?.insertBefore(Y,R),u=Y,w=0}}n.setBaseAndExtent(s,a,
u,w),t.normalize()}function J(e){for(;e&&e!==t;){if(e.nodeType===Node.ELEMENT_NODE){let n=e;if(n.getAttribute("contented\
itable")=="false")return n}e=e.parentNode}}function Q(){let n=V().getRangeAt(0),s=f.createRange();return s.selectNodeContents(
t),s.setEnd(n.startContainer,n.startOffset),s.toString()}function l(){let n=V().getRangeAt(0),s=f.createRange();return s.
selectNodeContents(t),s.setStart(n.endContainer,n.endOffset),s.toString()}function m(e){if(e.key==="Enter"){let n=Q(),s=l(),
[a]=he(n),u=a;if(i.indentOn.test(n)&&(u+=i.tab),u.length>0?(U(e),e.stopPropagation(),F(`
`+u)):E(e),u!==a&&i.moveToNewLine.test(s)){let w=k();F(`
`+a),x(w)}}}function E(e){if(P&&e.key==="Enter")if(U(e),e.stopPropagation(),l()==""){F(`
 `);let n=k();n.start=--n.end,x(n)}else F(`
`)}function j(e){let n=i.autoclose.open,s=i.autoclose.close;if(n.includes(e.key)){U(e);let a=k(),u=a.start==a.end?"":V().
toString(),w=e.key+u+(s[n.indexOf(e.key)]??"");F(w),a.start++,a.end++,x(a)}}function z(e){if(e.key==="Tab")if(U(e),e.shiftKey){
let n=Q(),[s,a]=he(n);if(s.length>0){let u=k(),w=Math.min(i.tab.length,s.length);x({start:a,end:a+w}),f.execCommand("del\
ete"),u.start-=w,u.end-=w,x(u)}}else F(i.tab)}function G(e){if(fe(e)){U(e),d--;let n=g[d];n&&(t.innerHTML=n.html,x(n.pos)),
d<0&&(d=0)}if(ue(e)){U(e),d++;let n=g[d];n&&(t.innerHTML=n.html,x(n.pos)),d>=g.length&&d--}}function O(){if(!T)return;let e=t.
innerHTML,n=k(),s=g[d];if(s&&s.html===e&&s.pos.start===n.start&&s.pos.end===n.end)return;d++,g[d]={html:e,pos:n},g.splice(
d+1);let a=300;d>a&&(d=a,g.splice(0,1))}function ee(e){if(e.defaultPrevented)return;U(e);let s=(e.originalEvent??e).clipboardData.
getData("text/plain").replace(/\r\n?/g,`
`),a=k();F(s),v(t),x({start:Math.min(a.start,a.end)+s.length,end:Math.min(a.start,a.end)+s.length,dir:"<-"})}function B(e){
let n=k(),s=V();(e.originalEvent??e).clipboardData.setData("text/plain",s.toString()),f.execCommand("delete"),v(t),x({start:Math.
min(n.start,n.end),end:Math.min(n.start,n.end),dir:"<-"}),U(e)}function de(e,n){let s=[];e.firstChild&&s.push(e.firstChild);
let a=s.pop();for(;a&&n(a)!=="stop";)a.nextSibling&&s.push(a.nextSibling),a.firstChild&&s.push(a.firstChild),a=s.pop()}function ne(e){
return e.metaKey||e.ctrlKey}function fe(e){return ne(e)&&!e.shiftKey&&re(e)==="Z"}function ue(e){return ne(e)&&e.shiftKey&&
re(e)==="Z"}function je(e){return ne(e)&&re(e)==="C"}function re(e){let n=e.key||e.keyCode||e.which;if(n)return(typeof n==
"string"?n:String.fromCharCode(n)).toUpperCase()}function F(e){e=e.replace(/&/g,"&amp;").replace(/</g,"&lt;").replace(/>/g,
"&gt;").replace(/"/g,"&quot;").replace(/'/g,"&#039;"),f.execCommand("insertHTML",!1,e)}function pe(e,n){let s=0;return(...a)=>{
clearTimeout(s),s=c.setTimeout(()=>e(...a),n)}}function he(e){let n=e.length-1;for(;n>=0&&e[n]!==`
`;)n--;n++;let s=n;for(;s<e.length&&/[ \t]/.test(e[s]);)s++;return[e.substring(n,s)||"",n,s]}function K(){return t.textContent||
""}function U(e){e.preventDefault()}function V(){return t.getRootNode().getSelection()}return{updateOptions(e){Object.assign(
i,e)},updateCode(e,n=!0){t.textContent=e,v(t),n&&C(e)},onUpdate(e){C=e},toString:K,save:k,restore:x,recordHistory:O,destroy(){
for(let[e,n]of N)t.removeEventListener(e,n)}}}function Le(t){return t.split(";")[0].trim().toLowerCase()}function Ce(t){return/[/+]json$/.test(Le(t))}function Se(t){return/[/+]xml$/.
test(Le(t))}var Ke=/\s+|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[{}[\],:]/y,
Ve=/<!--.*?-->|<\/?[^<>\s]+|\/?>|[^<>\s"=]+(?==)|"[^"<]*"|[^<>"=]+|./sy;function*Oe(t,o){for(let r=0;r<t.length;){o.lastIndex=
r;let i=o.exec(t)?.[0]||t[r];r+=i.length,yield{token:i,end:r}}}function $e({token:t,end:o},r){return/^\s*$/.test(t)?"":t[0]===
'"'?/^\s*:/.test(r.slice(o,o+20))?"nt":"s2":t[0]==="<"||t.endsWith(">")?t.startsWith("<!--")?"c":"nt":/^-?\d/.test(t)?"m\
i":/^(true|false|null)$/.test(t)?"kc":""}function ve(t){return Se(t)?Ve:Ce(t)?Ke:null}var Xe=5e4;function Je(t,o){return!o||t.length>Xe?[t]:[...Oe(t,o)].map(r=>{let i=$e(r,t);return i?p("span",{class:i},r.token):
r.token})}function ie(t){let o="";for(let r of t.childNodes)r instanceof Text?o+=r.data:r.nodeName==="BR"?o+=r.nextSibling?
`
`:"":o+=(r.nodeName==="DIV"&&r.previousSibling?`
`:"")+ie(r);return o}function Pe(t,o,r){let i="",c=p("div",{class:"callsheet-editor highlight",tabindex:"0",role:"textbo\
x","aria-multiline":"true","aria-label":t,"aria-describedby":o,dir:"ltr"}),f=()=>c.replaceChildren(...Je(ie(c),ve(i))),g=Ne(
c,f,{tab:"  ",catchTab:!1,addClosing:!1,window:{document,navigator,setTimeout:(d,T)=>setTimeout(()=>document.activeElement===
c&&d(),T)}});return c.addEventListener("blur",()=>we(f)),c.addEventListener("input",r),c.addEventListener("keyup",r),{area:c,
get:()=>ie(c),set(d,T){i=T,g.updateCode(d,!1),r()}}}var ze=2e4;function ae({request:t,answer:o}){let{method:r,target:i}=t,c=o.status?String(o.status):"no response",f=o.status>
0&&o.status<400;return p("details",{class:"callsheet-run-exchange"},p("summary",{},ye(r)," ",p("code",{},i)," → ",p("s\
pan",{"data-outcome":f?"good":"bad"},c)),p("pre",{tabindex:"0"},Me(`${r} ${i}`,t.headers,t.body)),p("pre",{tabindex:"0"},
Me(c,o.headers,o.body)))}function Me(t,o,r){let i=o.map(([c,f])=>`${c}: ${Ge(c,f)}`);return[t,...i,"",Ye(r)].join(`
`).trimEnd()}function Ge(t,o){return/^(authorization|cookie)$/i.test(t)?`${o.split(" ")[0]} ••••••`:o}function Ye(t){
let o=t.subarray(0,ze);try{let r=new TextDecoder("utf-8",{fatal:!0}).decode(o,{stream:o.length<t.length});return o.length<
t.length?`${r}
…`:r}catch{return`(${t.length.toLocaleString("en")} bytes)`}}var Ze="http://127.0.0.1:8765",qe=1e6,Qe=/^import \{([^}]*)\} from ["']node:([\w/]+)["'];?$/gm,et=/^import ([\w$]+) from ["']node:([\w/]+)["'];?$/gm,
q=null,ce=null;function tt(t){return t.replace(Qe,(o,r,i)=>`const {${r.replaceAll(" as ",": ")}} = callsheetModules["${i}\
"];`).replace(et,(o,r,i)=>`const ${r} = callsheetModules["${i}"];`).replaceAll("import.meta.url",'"file:///program/sampl\
e.mjs"')}async function Ae(t,{files:o,environment:r},i){let c=await fetch(Z("sandbox/node.js")).catch(()=>null);if(!c?.ok)
throw new Error("sandbox/node.js of this site cannot be loaded.");let f=await c.text(),g=`callsheetBegin(((given) => { f\
or (const name in given.files) given.files[name] = Uint8Array.from(given.files[name]); return given; })(${JSON.stringify(
{origin:Ze,files:Object.fromEntries(Object.entries(o).map(([v,$])=>[v,[...$]])),env:r})}));`,d=`${f}
${g}
(async () => {
${tt(t)}
})().then(callsheetEnd, callsheetFail);
`,T={},C=0,L=p("iframe",{sandbox:"allow-scripts",src:Z("sandbox/frame.html"),title:"JavaScript program",hidden:!0});return le(),
q=L,new Promise((v,$)=>{ce=$;let I=async({source:W,data:h})=>{let M=L.contentWindow;if(!(W!==M||!M))if(h.type==="loaded")
M.postMessage({code:d},"*");else if(h.type==="output"){let y=String(h.text).slice(0,Math.max(0,qe-C));C+=h.text.length,y&&
i.print(y,!!h.isError)}else if(h.type==="wrote")T[String(h.name)]=h.content;else if(h.type==="fetch")try{let{status:y,reason:S,
headers:k,body:x}=await H({type:"fetch",...h.request});if(i.exchanged({request:h.request,answer:{status:y,headers:k,body:x}}),
!y)throw new TypeError("fetch failed: the server closed the connection");M.postMessage({id:h.id,answer:{status:y,reason:S,
headers:k,body:x}},"*")}catch(y){M.postMessage({id:h.id,error:y.message},"*")}else h.type==="thrown"||h.type==="ended"?(h.
type==="thrown"&&i.print(`${h.text}
`,!0),P(),v({code:h.type==="thrown"?1:Number(h.code),files:T})):h.type==="broken"&&(P(),$(new Error(String(h.text))))},P=()=>{
removeEventListener("message",I),L.remove(),q===L&&(q=null)};addEventListener("message",I),document.body.append(L)})}function le(){
q?.remove(),q=null,ce?.(new D("Stopped.")),ce=null}var nt="http://127.0.0.1:8765",rt=/(\w+)["']?\s*(?:,|\?\?|\|\|)\s*["'`]https?:/;function Re(t){return(t/1e6).toFixed(1)}
function _e(t){let o=rt.exec(t)?.[1]??"CALLSHEET_BASE_URL",{base:r=se}=xe.get();return{[o]:r===se?nt:r}}async function ot(t){
let o=await Promise.all(t.map(async([r,i])=>{let c=await fetch(i).catch(()=>null);if(!c)throw new Error(`${r} cannot be \
loaded: the site does not answer.`);if(!c.ok)throw new Error(`${r} cannot be loaded (${c.status}).`);return[r,new Uint8Array(
await c.arrayBuffer())]}));return Object.fromEntries(o)}function Ue(t){let o=be("callsheet-run-status"),r=p("progress",{
hidden:!0,max:"1","aria-label":"Loading"}),i=p("pre",{class:"callsheet-run-output",tabindex:"0","aria-label":"Output of \
the program",hidden:!0}),c=p("div",{class:"callsheet-run-exchanges"}),f=p("p",{class:"callsheet-run-unsaved",hidden:!0},
"The browser stores nothing for this site: what you change ends with the page."),N=null,g={},d=p("div",{hidden:!0}),T=(l,m)=>p(
"button",{type:"button",class:"callsheet-button",click:m},l),C=T("Run again",J),L=T("Stop",()=>{le(),ke()}),v=T("Edit",M),
$=T("Reset",()=>N?.set(t().source,"")),I=T("Start over",Q);I.title="Forget what you changed in this page's server",L.hidden=
!0,$.hidden=!0;let P=p("div",{class:"callsheet-run-files"}),W=p("section",{class:"callsheet-run","aria-label":"Run in th\
is page"},d,p("p",{class:"callsheet-run-bar"},o,r,L,C,v,$,I),P,i,c,f);P.append(...t().files.map(([l])=>h(l)));function h(l){
let m=p("input",{type:"file",async change(){let[E]=m.files??[];E?g[l]=new Uint8Array(await E.arrayBuffer()):delete g[l]}});
return p("label",{},`Another file as ${l} `,m)}function M(){N||(N=Pe("Program","",()=>{}),d.append(N.area),N.set(t().source,
"")),d.hidden=!d.hidden,$.hidden=d.hidden,W.parentElement?.classList.toggle("callsheet-edited",!d.hidden),d.hidden||N.area.
focus()}function y(l,m=""){o.textContent=l,o.dataset.outcome=m}function S(l,m){i.hidden=!1,i.append(m?p("span",{class:"c\
allsheet-run-error"},l):l)}function k(l){if(l.type==="progress"){let{loaded:m,all:E}=l;r.hidden=m>=E,r.value=m/E,m<E&&y(
`Loading ${Re(m)} of ${Re(E)} MB …`)}else l.type==="step"?y(`${l.text} …`):l.type==="ready"?y("Running …"):l.type===
"output"?S(l.text,l.isError):l.type==="exchange"?c.append(ae(l.exchange)):l.type==="cut"?S(`
… ${l.characters.toLocaleString("en")} more characters`,!0):l.type==="unsaved"&&(f.hidden=!1)}async function x({language:l,
name:m},E,j){if(l==="python"){let B={name:m,source:E,files:j,settings:_e(E)};return H({type:"run",...B},k)}let z=performance.
now(),G=B=>c.append(ae(B)),O={files:j,environment:_e(E)};return{...await Ae(E,O,{print:S,exchanged:G}),milliseconds:performance.
now()-z}}async function J(){let l=t();i.replaceChildren(),i.hidden=!0,c.replaceChildren(),C.disabled=!0,L.hidden=!1,y(Te()?
"Running …":"Loading Python and the server …");try{let m={...await ot(l.files),...g},E=N&&!d.hidden?N.get():l.source,
{code:j,files:z,milliseconds:G}=await x(l,E,m),O=`in ${Math.max(1,Math.round(G))} ms`;j?y(`Ended with exit code ${j} ${O}\
.`,"bad"):y(`Succeeded ${O}.`,"good");for(let[ee,B]of Object.entries(z))c.append(st(ee,B))}catch(m){m instanceof D?y("St\
opped. The next run starts anew."):y(`It cannot run here. ${m.message}`,"bad")}finally{r.hidden=!0,C.disabled=!1,L.hidden=
!0}}async function Q(){try{await H({type:"startOver"},k),y("The server in this page begins afresh.")}catch(l){y(l.message,
"bad")}}return{section:W,run:J}}function st(t,o){let r=URL.createObjectURL(new Blob([o])),i=p("a",{href:r,download:t},t),
c=` (${o.length.toLocaleString("en")} bytes)`,f=p("p",{},"Wrote ",i,c);return/\.(png|jpe?g|gif|webp)$/i.test(t)&&f.append(
p("img",{src:r,alt:t})),f}var De=new WeakMap;async function it(t,o){let r=De.get(t);r||(r=Ue(o),De.set(t,r),t.append(r.section)),await r.run()}function Ie(t){
return H({type:"fetch",...t})}async function at(t){let{pathname:o,search:r,host:i}=new URL(t.url),c=[["Host",i],...t.headers],
f=new Uint8Array(await t.arrayBuffer()),N=o+r,g=await Ie({method:t.method,target:N,headers:c,body:f});if(!g.status)throw new TypeError(
"The server closed the connection without a response.");let d=[204,205,304].includes(g.status);return new Response(d?null:
g.body,{status:g.status,statusText:g.reason,headers:g.headers})}me();window.callsheet.runProgram=it;window.callsheet.askInPage=
Ie;window.callsheet.answerInPage=at;})();
