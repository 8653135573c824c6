/*! Made by `make javascript`: sources a8582c52fded663c, code ac20f1ba5e4fdc98 */
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
"use strict";(()=>{var we=!1;function be(){addEventListener("pointerdown",()=>ae(!0),!0),addEventListener("pointerup",()=>ae(!1),!0),addEventListener(
"pointercancel",()=>ae(!1),!0)}function ae(e){we=e}function ye(e){we?addEventListener("pointerup",()=>setTimeout(e),{once:!0}):
e()}var{API_KEY:wt,IN_PAGE:ce,VALID:bt,all:le,assetUrl:ee,badge:xe,breakable:yt,copy:xt,credentials:Et,load:kt,make:h,onPage:Tt,
openDialog:St,placeholders:Nt,save:Lt,schemes:Ct,siteUrl:Ot,statusNote:Ee,storedText:$t,values:ke}=window.callsheet;var M=class extends Error{},A=null,Se=0,Te=0,O=[];function Ge(){return location.protocol==="file:"?"A page from a disk c\
annot start a worker. Serve the site, for instance with `python -m http.server`.":"WebAssembly"in window?!("Worker"in window)||
!("DecompressionStream"in window)?"This browser is too old to run Python in a page.":"":"This browser has no WebAssembly\
."}function de(e){A?.terminate(),A=null,O.shift()?.reject(e),fe()}function Ne(e){for(let o of O.splice(1))o.reject(e);de(
e)}function fe(){O.length&&Ze().postMessage(O[0].order)}function Ye({data:e}){if(e.type==="broken")Ne(new Error(e.text));else if(!("\
id"in e)||e.id===null)for(let o of O)o.listen(e);else e.id===O[0]?.order.id&&(e.type==="done"?(O.shift()?.resolve(e),fe()):
e.type==="failed"?de(new Error(e.text)):O[0].listen(e))}function Ze(){return A||(Se+=1,A=new Worker(ee("sandbox/worker.j\
s"),{type:"module"}),A.addEventListener("message",Ye),A.addEventListener("error",e=>{Ne(new Error(e.message||"The worker\
 of this page cannot be loaded."))}),A)}function Le(){return A!==null}function ue(){return A?Se:0}function X(e,o=()=>{},r=void 0){
let i=Ge();if(i)return Promise.reject(new Error(i));if(r?.aborted)return Promise.reject(new M("Stopped."));Te+=1;let c=Te;
return new Promise((d,L)=>{let u={order:{...e,id:c},resolve:d,reject:L,listen:o};O.push(u),O.length===1&&fe(),r?.addEventListener(
"abort",()=>{let f=O.indexOf(u);f===0?de(new M("Stopped.")):f>0&&O.splice(f,1)[0].reject(new M("Stopped."))})})}var qe=window;function Ce(e,o,r={}){let i={tab:"	",indentOn:/[({\[]$/,moveToNewLine:/^[)}\]]/,spellcheck:!1,catchTab:!0,
preserveIdent:!0,addClosing:!0,history:!0,window:qe,autoclose:{open:`([{'"`,close:`)]}'"`},...r},c=i.window,d=c.document,
L=[],u=[],f=-1,E=!1,S=()=>{},R;e.setAttribute("contenteditable","plaintext-only"),e.setAttribute("spellcheck",i.spellcheck?
"true":"false"),e.style.outline="none",e.style.overflowWrap="break-word",e.style.overflowY="auto",e.style.whiteSpace="pr\
e-wrap";let C=(t,n)=>{o(t,n)},$=c.navigator.userAgent.match(/Firefox\/([0-9]+)\./),I=$?parseInt($[1]):0,P=!1;(e.contentEditable!==
"plaintext-only"||I>=136)&&(P=!0),P&&e.setAttribute("contenteditable","true");let D=me(()=>{let t=g();C(e,t),y(t)},30),j=!1,
m=t=>!q(t)&&!z(t)&&t.key!=="Meta"&&t.key!=="Control"&&t.key!=="Alt"&&!t.key.startsWith("Arrow"),_=me(t=>{m(t)&&(N(),j=!1)},
300),k=(t,n)=>{L.push([t,n]),e.addEventListener(t,n)};k("keydown",t=>{t.defaultPrevented||(R=G(),i.preserveIdent?oe(t):l(
t),i.catchTab&&T(t),i.addClosing&&b(t),i.history&&(W(t),m(t)&&!j&&(N(),j=!0)),P&&!se(t)&&y(g()))}),k("keyup",t=>{t.defaultPrevented||
t.isComposing||(R!==G()&&D(),_(t),S(G()))}),k("focus",t=>{E=!0}),k("blur",t=>{E=!1}),k("paste",t=>{N(),J(t),N(),S(G())}),
k("cut",t=>{N(),Z(t),N(),S(G())});function g(){let t=Y(),n={start:0,end:0,dir:void 0},{anchorNode:s,anchorOffset:a,focusNode:p,
focusOffset:w}=t;if(!s||!p)throw"error1";if(s===e&&p===e)return n.start=a>0&&e.textContent?e.textContent.length:0,n.end=
w>0&&e.textContent?e.textContent.length:0,n.dir=w>=a?"->":"<-",n;if(s.nodeType===Node.ELEMENT_NODE){let x=d.createTextNode(
"");s.insertBefore(x,s.childNodes[a]),s=x,a=0}if(p.nodeType===Node.ELEMENT_NODE){let x=d.createTextNode("");p.insertBefore(
x,p.childNodes[w]),p=x,w=0}return H(e,x=>{if(x===s&&x===p)return n.start+=a,n.end+=w,n.dir=a<=w?"->":"<-","stop";if(x===
s)if(n.start+=a,!n.dir)n.dir="->";else return"stop";else if(x===p)if(n.end+=w,!n.dir)n.dir="<-";else return"stop";x.nodeType===
Node.TEXT_NODE&&(n.dir!="->"&&(n.start+=x.nodeValue.length),n.dir!="<-"&&(n.end+=x.nodeValue.length))}),e.normalize(),n}
function y(t){let n=Y(),s,a=0,p,w=0;if(t.dir||(t.dir="->"),t.start<0&&(t.start=0),t.end<0&&(t.end=0),t.dir=="<-"){let{start:v,
end:U}=t;t.start=U,t.end=v}let x=0;H(e,v=>{if(v.nodeType!==Node.TEXT_NODE)return;let U=(v.nodeValue||"").length;if(x+U>t.
start&&(s||(s=v,a=t.start-x),x+U>t.end))return p=v,w=t.end-x,"stop";x+=U}),s||(s=e,a=e.childNodes.length),p||(p=e,w=e.childNodes.
length),t.dir=="<-"&&([s,a,p,w]=[p,w,s,a]);{let v=B(s);if(v){let Q=d.createTextNode("");v.parentNode?.insertBefore(Q,v),
s=Q,a=0}let U=B(p);if(U){let Q=d.createTextNode("");U.parentNode?.insertBefore(Q,U),p=Q,w=0}}n.setBaseAndExtent(s,a,p,w),
e.normalize()}function B(t){for(;t&&t!==e;){if(t.nodeType===Node.ELEMENT_NODE){let n=t;if(n.getAttribute("contenteditabl\
e")=="false")return n}t=t.parentNode}}function ne(){let n=Y().getRangeAt(0),s=d.createRange();return s.selectNodeContents(
e),s.setEnd(n.startContainer,n.startOffset),s.toString()}function re(){let n=Y().getRangeAt(0),s=d.createRange();return s.
selectNodeContents(e),s.setStart(n.endContainer,n.endOffset),s.toString()}function oe(t){if(t.key==="Enter"){let n=ne(),
s=re(),[a]=ge(n),p=a;if(i.indentOn.test(n)&&(p+=i.tab),p.length>0?(F(t),t.stopPropagation(),V(`
`+p)):l(t),p!==a&&i.moveToNewLine.test(s)){let w=g();V(`
`+a),y(w)}}}function l(t){if(P&&t.key==="Enter")if(F(t),t.stopPropagation(),re()==""){V(`
 `);let n=g();n.start=--n.end,y(n)}else V(`
`)}function b(t){let n=i.autoclose.open,s=i.autoclose.close;if(n.includes(t.key)){F(t);let a=g(),p=a.start==a.end?"":Y().
toString(),w=t.key+p+(s[n.indexOf(t.key)]??"");V(w),a.start++,a.end++,y(a)}}function T(t){if(t.key==="Tab")if(F(t),t.shiftKey){
let n=ne(),[s,a]=ge(n);if(s.length>0){let p=g(),w=Math.min(i.tab.length,s.length);y({start:a,end:a+w}),d.execCommand("de\
lete"),p.start-=w,p.end-=w,y(p)}}else V(i.tab)}function W(t){if(q(t)){F(t),f--;let n=u[f];n&&(e.innerHTML=n.html,y(n.pos)),
f<0&&(f=0)}if(z(t)){F(t),f++;let n=u[f];n&&(e.innerHTML=n.html,y(n.pos)),f>=u.length&&f--}}function N(){if(!E)return;let t=e.
innerHTML,n=g(),s=u[f];if(s&&s.html===t&&s.pos.start===n.start&&s.pos.end===n.end)return;f++,u[f]={html:t,pos:n},u.splice(
f+1);let a=300;f>a&&(f=a,u.splice(0,1))}function J(t){if(t.defaultPrevented)return;F(t);let s=(t.originalEvent??t).clipboardData.
getData("text/plain").replace(/\r\n?/g,`
`),a=g();V(s),C(e),y({start:Math.min(a.start,a.end)+s.length,end:Math.min(a.start,a.end)+s.length,dir:"<-"})}function Z(t){
let n=g(),s=Y();(t.originalEvent??t).clipboardData.setData("text/plain",s.toString()),d.execCommand("delete"),C(e),y({start:Math.
min(n.start,n.end),end:Math.min(n.start,n.end),dir:"<-"}),F(t)}function H(t,n){let s=[];t.firstChild&&s.push(t.firstChild);
let a=s.pop();for(;a&&n(a)!=="stop";)a.nextSibling&&s.push(a.nextSibling),a.firstChild&&s.push(a.firstChild),a=s.pop()}function K(t){
return t.metaKey||t.ctrlKey}function q(t){return K(t)&&!t.shiftKey&&ie(t)==="Z"}function z(t){return K(t)&&t.shiftKey&&ie(
t)==="Z"}function se(t){return K(t)&&ie(t)==="C"}function ie(t){let n=t.key||t.keyCode||t.which;if(n)return(typeof n=="s\
tring"?n:String.fromCharCode(n)).toUpperCase()}function V(t){t=t.replace(/&/g,"&amp;").replace(/</g,"&lt;").replace(/>/g,
"&gt;").replace(/"/g,"&quot;").replace(/'/g,"&#039;"),d.execCommand("insertHTML",!1,t)}function me(t,n){let s=0;return(...a)=>{
clearTimeout(s),s=c.setTimeout(()=>t(...a),n)}}function ge(t){let n=t.length-1;for(;n>=0&&t[n]!==`
`;)n--;n++;let s=n;for(;s<t.length&&/[ \t]/.test(t[s]);)s++;return[t.substring(n,s)||"",n,s]}function G(){return e.textContent||
""}function F(t){t.preventDefault()}function Y(){return e.getRootNode().getSelection()}return{updateOptions(t){Object.assign(
i,t)},updateCode(t,n=!0){e.textContent=t,C(e),n&&S(t)},onUpdate(t){S=t},toString:G,save:g,restore:y,recordHistory:N,destroy(){
for(let[t,n]of L)e.removeEventListener(t,n)}}}function Oe(e){return e.split(";")[0].trim().toLowerCase()}function $e(e){return/[/+]json$/.test(Oe(e))}function Pe(e){return/[/+]xml$/.
test(Oe(e))}var Qe=/\s+|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[{}[\],:]/y,
et=/<!--.*?-->|<\/?[^<>\s]+|\/?>|[^<>\s"=]+(?==)|"[^"<]*"|[^<>"=]+|./sy;function*ve(e,o){for(let r=0;r<e.length;){o.lastIndex=
r;let i=o.exec(e)?.[0]||e[r];r+=i.length,yield{token:i,end:r}}}function Ae({token:e,end:o},r){return/^\s*$/.test(e)?"":e[0]===
'"'?/^\s*:/.test(r.slice(o,o+20))?"nt":"s2":e[0]==="<"||e.endsWith(">")?e.startsWith("<!--")?"c":"nt":/^-?\d/.test(e)?"m\
i":/^(true|false|null)$/.test(e)?"kc":""}function Me(e){return Pe(e)?et:$e(e)?Qe:null}var tt=5e4;function nt(e,o){return!o||e.length>tt?[e]:[...ve(e,o)].map(r=>{let i=Ae(r,e);return i?h("span",{class:i},r.token):
r.token})}function pe(e){let o="";for(let r of e.childNodes)r instanceof Text?o+=r.data:r.nodeName==="BR"?o+=r.nextSibling?
`
`:"":o+=(r.nodeName==="DIV"&&r.previousSibling?`
`:"")+pe(r);return o}function Re(e,o,r){let i="",c=h("div",{class:"callsheet-editor highlight",tabindex:"0",role:"textbo\
x","aria-multiline":"true","aria-label":e,"aria-describedby":o,dir:"ltr"}),d=()=>c.replaceChildren(...nt(pe(c),Me(i))),u=Ce(
c,d,{tab:"  ",catchTab:!1,addClosing:!1,window:{document,navigator,setTimeout:(f,E)=>setTimeout(()=>document.activeElement===
c&&f(),E)}});return c.addEventListener("blur",()=>ye(d)),c.addEventListener("input",r),c.addEventListener("keyup",r),{area:c,
get:()=>pe(c),set(f,E){i=E,u.updateCode(f,!1),r()}}}var rt=2e4;function he({request:e,answer:o}){let{method:r,target:i}=e,c=o.status?String(o.status):"no response",d=o.status>
0&&o.status<400;return h("details",{class:"callsheet-run-exchange"},h("summary",{},xe(r)," ",h("code",{},i)," → ",h("s\
pan",{"data-outcome":d?"good":"bad"},c)),h("pre",{tabindex:"0"},_e(`${r} ${i}`,e.headers,e.body)),h("pre",{tabindex:"0"},
_e(c,o.headers,o.body)))}function _e(e,o,r){let i=o.map(([c,d])=>`${c}: ${ot(c,d)}`);return[e,...i,"",st(r)].join(`
`).trimEnd()}function ot(e,o){return/^(authorization|cookie)$/i.test(e)?`${o.split(" ")[0]} ••••••`:o}function st(e){
let o=e.subarray(0,rt);try{let r=new TextDecoder("utf-8",{fatal:!0}).decode(o,{stream:o.length<e.length});return o.length<
e.length?`${r}
…`:r}catch{return`(${e.length.toLocaleString("en")} bytes)`}}var it="http://127.0.0.1:8765",at=1e6,ct=/^import \{([^}]*)\} from ["']node:([\w/]+)["'];?$/gm,lt=/^import ([\w$]+) from ["']node:([\w/]+)["'];?$/gm;
function dt(e){return e.replace(ct,(o,r,i)=>`const {${r.replaceAll(" as ",": ")}} = callsheetModules["${i}"];`).replace(
lt,(o,r,i)=>`const ${r} = callsheetModules["${i}"];`).replaceAll("import.meta.url",'"file:///program/sample.mjs"')}async function Ue(e,{
files:o,environment:r},i,c){let d=await fetch(ee("sandbox/node.js")).catch(()=>null);if(!d?.ok)throw new Error("sandbox/\
node.js of this site cannot be loaded.");let L=await d.text(),f=`callsheetBegin(((given) => { for (const name in given.f\
iles) given.files[name] = Uint8Array.from(given.files[name]); return given; })(${JSON.stringify({origin:it,files:Object.
fromEntries(Object.entries(o).map(([$,I])=>[$,[...I]])),env:r})}));`,E=`${L}
${f}
(async () => {
${dt(e)}
})().then(callsheetEnd, callsheetFail);
`,S={},R=0,C=h("iframe",{sandbox:"allow-scripts",src:ee("sandbox/frame.html"),title:"JavaScript program",hidden:!0});if(c.
aborted)throw new M("Stopped.");return new Promise(($,I)=>{c.addEventListener("abort",()=>{D(),I(new M("Stopped."))});let P=async({
source:j,data:m})=>{let _=C.contentWindow;if(!(j!==_||!_))if(m.type==="loaded")_.postMessage({code:E},"*");else if(m.type===
"output"){let k=String(m.text).slice(0,Math.max(0,at-R));R+=m.text.length,k&&i.print(k,!!m.isError)}else if(m.type==="wr\
ote")S[String(m.name)]=m.content;else if(m.type==="fetch")try{let{status:k,reason:g,headers:y,body:B}=await X({type:"fet\
ch",...m.request},()=>{},c);if(i.exchanged({request:m.request,answer:{status:k,headers:y,body:B}}),!k)throw new TypeError(
"fetch failed: the server closed the connection");_.postMessage({id:m.id,answer:{status:k,reason:g,headers:y,body:B}},"*")}catch(k){
_.postMessage({id:m.id,error:k.message},"*")}else m.type==="thrown"||m.type==="ended"?(m.type==="thrown"&&i.print(`${m.text}\

`,!0),D(),$({code:m.type==="thrown"?1:Number(m.code),files:S})):m.type==="broken"&&(D(),I(new Error(String(m.text))))},D=()=>{
removeEventListener("message",P),C.remove()};addEventListener("message",P),document.body.append(C)})}var te=new Set,Ie=0;function De(e){if(!e.dataset.step)return[e];Ie!==ue()&&te.clear();let o=le(".callsheet-program[data-\
step]"),r=o.slice(0,o.indexOf(e)),i=r.findIndex(c=>!te.has(c));return i<0?[e]:[...r.slice(i),e]}function je(e){let o=le(
".callsheet-program[data-step]");for(let r of o.slice(o.indexOf(e)))te.delete(r)}function Be(e){te.add(e),Ie=ue()}function We(){
te.clear()}var ft="http://127.0.0.1:8765",ut=/(\w+)["']?\s*(?:,|\?\?|\|\|)\s*["'`]https?:/;function Fe(e){return(e/1e6).toFixed(1)}
function He(e){let o=ut.exec(e)?.[1]??"CALLSHEET_BASE_URL",{base:r=ce}=ke.get();return{[o]:r===ce?ft:r}}async function pt(e){
let o=await Promise.all(e.map(async([r,i])=>{let c=await fetch(i).catch(()=>null);if(!c)throw new Error(`${r} cannot be \
loaded: the site does not answer.`);if(!c.ok)throw new Error(`${r} cannot be loaded (${c.status}).`);return[r,new Uint8Array(
await c.arrayBuffer())]}));return Object.fromEntries(o)}function Ke(e,o){let r=Ee("callsheet-run-status"),i=h("progress",
{hidden:!0,max:"1","aria-label":"Loading"}),c=h("pre",{class:"callsheet-run-output",tabindex:"0","aria-label":"Output of\
 the program",hidden:!0}),d=h("div",{class:"callsheet-run-exchanges"}),L=h("p",{class:"callsheet-run-unsaved",hidden:!0},
"The browser stores nothing for this site: what you change ends with the page."),u=null,f={},E=h("div",{hidden:!0}),S=(l,b)=>h(
"button",{type:"button",class:"callsheet-button",click:b},l),R=S("Run again",o),C=new AbortController,$=S("Stop",()=>C.abort()),
I=S("Edit",k),P=S("Reset",()=>u?.set(e().source,"")),D=S("Start over",oe);D.title=e().step?"Let the next run begin with \
the first program, as if none had run":"Forget what you changed in this page's server",$.hidden=!0,P.hidden=!0;let j=h("\
div",{class:"callsheet-run-files"}),m=h("section",{class:"callsheet-run","aria-label":"Run in this page"},E,h("p",{class:"\
callsheet-run-bar"},r,i,$,R,I,P,D),j,c,d,L);j.append(...e().files.map(([l])=>_(l)));function _(l){let b=h("input",{type:"\
file",async change(){let[T]=b.files??[];T?f[l]=new Uint8Array(await T.arrayBuffer()):delete f[l]}});return h("label",{},
`Another file as ${l} `,b)}function k(){u||(u=Re("Program","",()=>{}),E.append(u.area),u.set(e().source,"")),E.hidden=!E.
hidden,P.hidden=E.hidden,m.parentElement?.classList.toggle("callsheet-edited",!E.hidden),E.hidden||u.area.focus()}function g(l,b=""){
r.textContent=l,r.dataset.outcome=b}function y(l,b){c.hidden=!1,c.append(b?h("span",{class:"callsheet-run-error"},l):l)}
function B(l){if(l.type==="progress"){let{loaded:b,all:T}=l;i.hidden=b>=T,i.value=b/T,b<T&&g(`Loading ${Fe(b)} of ${Fe(T)}\
 MB …`)}else l.type==="step"?g(`${l.text} …`):l.type==="ready"?g("Running …"):l.type==="output"?y(l.text,l.isError):
l.type==="exchange"?d.append(he(l.exchange)):l.type==="cut"?y(`
… ${l.characters.toLocaleString("en")} more characters`,!0):l.type==="unsaved"&&(L.hidden=!1)}async function ne({language:l,
name:b,step:T},W,N){let{signal:J}=C;if(l==="python"){let z={name:b,source:W,files:N,settings:He(W)},se={tutorial:T?location.
pathname:"",step:T};return X({type:"run",...z,...se},B,J)}let Z=performance.now(),H=z=>d.append(he(z)),K={files:N,environment:He(
W)};return{...await Ue(W,K,{print:y,exchanged:H},J),milliseconds:performance.now()-Z}}async function re(){let l=e();C=new AbortController;
let b=!1;c.replaceChildren(),c.hidden=!0,d.replaceChildren(),R.disabled=!0,$.hidden=!1,g(Le()?"Running …":"Loading Pyt\
hon and the server …");try{let T={...await pt(l.files),...f},W=u&&!E.hidden?u.get():l.source,{code:N,files:J,milliseconds:Z}=await ne(
l,W,T),H=`in ${Math.max(1,Math.round(Z))} ms`;N?g(`Ended with exit code ${N} ${H}.`,"bad"):g(`Succeeded ${H}.`,"good"),b=
!N;for(let[K,q]of Object.entries(J))d.append(ht(K,q))}catch(T){T instanceof M?g("Stopped. The next run starts anew."):g(
`It cannot run here. ${T.message}`,"bad")}finally{i.hidden=!0,R.disabled=!1,$.hidden=!0}return b}async function oe(){try{
if(e().step){We(),g("The next run begins with the first program.");return}await X({type:"startOver"},B),g("The server in\
 this page begins afresh.")}catch(l){g(l.message,"bad")}}return{section:m,run:re,say:g}}function ht(e,o){let r=URL.createObjectURL(
new Blob([o])),i=h("a",{href:r,download:e},e),c=` (${o.length.toLocaleString("en")} bytes)`,d=h("p",{},"Wrote ",i,c);return/\.(png|jpe?g|gif|webp)$/i.
test(e)&&d.append(h("img",{src:r,alt:e})),d}var Ve=new WeakMap;async function Je(e,o){for(let r of De(e)){if(je(r),!await Xe(r,o).run()){r!==e&&Xe(e,o).say("A progr\
am before it has not succeeded.");break}Be(r)}}function Xe(e,o){let r=Ve.get(e);return r||(r=Ke(()=>o(e),()=>Je(e,o)),Ve.
set(e,r),e.append(r.section)),r}function ze(e){return X({type:"fetch",...e})}async function mt(e){let{pathname:o,search:r,
host:i}=new URL(e.url),c=[["Host",i],...e.headers],d=new Uint8Array(await e.arrayBuffer()),L=o+r,u=await ze({method:e.method,
target:L,headers:c,body:d});if(!u.status)throw new TypeError("The server closed the connection without a response.");let f=[
204,205,304].includes(u.status);return new Response(f?null:u.body,{status:u.status,statusText:u.reason,headers:u.headers})}
be();window.callsheet.runProgram=Je;window.callsheet.askInPage=ze;window.callsheet.answerInPage=mt;})();
