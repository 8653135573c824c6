/*! Made by `make javascript`: sources 96116b0d9a89784c, code 8e153cbc808df012 */
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
"use strict";(()=>{var{API_KEY:nt,VALID:rt,all:ot,assetUrl:Y,badge:fe,breakable:st,copy:it,credentials:at,load:ct,make:g,onPage:lt,openDialog:dt,
placeholders:ft,save:ut,schemes:pt,siteUrl:ht,statusNote:ue,storedText:gt,values:mt}=window.callsheet;var U=class extends Error{},v=null,pe=0,J=new Map;function _e(){return location.protocol==="file:"?"A page from a disk c\
annot start a worker. Serve the site, for instance with `python -m http.server`.":"WebAssembly"in window?!("Worker"in window)||
!("DecompressionStream"in window)?"This browser is too old to run Python in a page.":"":"This browser has no WebAssembly\
."}function Q(t){v?.terminate(),v=null;for(let r of[...J.values()])r.reject(t);J.clear()}function Ue({data:t}){if(t.type===
"broken")Q(new Error(t.text));else if(!("id"in t)||t.id===null)for(let r of J.values())r.listen(t);else{let r=J.get(t.id);
(t.type==="done"||t.type==="failed")&&J.delete(t.id),t.type==="done"?r?.resolve(t):t.type==="failed"?(r?.reject(new Error(
t.text)),Q(new U("Stopped."))):r?.listen(t)}}function De(){return v||(v=new Worker(Y("sandbox/worker.js"),{type:"module"}),
v.addEventListener("message",Ue),v.addEventListener("error",t=>{Q(new Error(t.message||"The worker of this page cannot b\
e loaded."))}),v)}function he(){return v!==null}function F(t,r=()=>{}){let o=_e();if(o)return Promise.reject(new Error(o));
pe+=1;let i=pe;return new Promise((c,d)=>{J.set(i,{resolve:c,reject:d,listen:r}),De().postMessage({...t,id:i})})}function ge(){
Q(new U("Stopped."))}var Ie=window;function me(t,r,o={}){let i={tab:"	",indentOn:/[({\[]$/,moveToNewLine:/^[)}\]]/,spellcheck:!1,catchTab:!0,
preserveIdent:!0,addClosing:!0,history:!0,window:Ie,autoclose:{open:`([{'"`,close:`)]}'"`},...o},c=i.window,d=c.document,
N=[],h=[],f=-1,x=!1,E=()=>{},$;t.setAttribute("contenteditable","plaintext-only"),t.setAttribute("spellcheck",i.spellcheck?
"true":"false"),t.style.outline="none",t.style.overflowWrap="break-word",t.style.overflowY="auto",t.style.whiteSpace="pr\
e-wrap";let S=(e,n)=>{r(e,n)},A=c.navigator.userAgent.match(/Firefox\/([0-9]+)\./),W=A?parseInt(A[1]):0,u=!1;(t.contentEditable!==
"plaintext-only"||W>=136)&&(u=!0),u&&t.setAttribute("contenteditable","true");let M=le(()=>{let e=k();S(t,e),C(e)},30),T=!1,
R=e=>!ae(e)&&!ce(e)&&e.key!=="Meta"&&e.key!=="Control"&&e.key!=="Alt"&&!e.key.startsWith("Arrow"),D=le(e=>{R(e)&&(j(),T=
!1)},300),L=(e,n)=>{N.push([e,n]),t.addEventListener(e,n)};L("keydown",e=>{e.defaultPrevented||($=V(),i.preserveIdent?I(
e):H(e),i.catchTab&&q(e),i.addClosing&&G(e),i.history&&(K(e),R(e)&&!T&&(j(),T=!0)),u&&!Re(e)&&C(k()))}),L("keyup",e=>{e.
defaultPrevented||e.isComposing||($!==V()&&M(),D(e),E(V()))}),L("focus",e=>{x=!0}),L("blur",e=>{x=!1}),L("paste",e=>{j(),
ve(e),j(),E(V())}),L("cut",e=>{j(),Ae(e),j(),E(V())});function k(){let e=X(),n={start:0,end:0,dir:void 0},{anchorNode:s,
anchorOffset:a,focusNode:p,focusOffset:m}=e;if(!s||!p)throw"error1";if(s===t&&p===t)return n.start=a>0&&t.textContent?t.
textContent.length:0,n.end=m>0&&t.textContent?t.textContent.length:0,n.dir=m>=a?"->":"<-",n;if(s.nodeType===Node.ELEMENT_NODE){
let y=d.createTextNode("");s.insertBefore(y,s.childNodes[a]),s=y,a=0}if(p.nodeType===Node.ELEMENT_NODE){let y=d.createTextNode(
"");p.insertBefore(y,p.childNodes[m]),p=y,m=0}return ie(t,y=>{if(y===s&&y===p)return n.start+=a,n.end+=m,n.dir=a<=m?"->":
"<-","stop";if(y===s)if(n.start+=a,!n.dir)n.dir="->";else return"stop";else if(y===p)if(n.end+=m,!n.dir)n.dir="<-";else return"\
stop";y.nodeType===Node.TEXT_NODE&&(n.dir!="->"&&(n.start+=y.nodeValue.length),n.dir!="<-"&&(n.end+=y.nodeValue.length))}),
t.normalize(),n}function C(e){let n=X(),s,a=0,p,m=0;if(e.dir||(e.dir="->"),e.start<0&&(e.start=0),e.end<0&&(e.end=0),e.dir==
"<-"){let{start:O,end:P}=e;e.start=P,e.end=O}let y=0;ie(t,O=>{if(O.nodeType!==Node.TEXT_NODE)return;let P=(O.nodeValue||
"").length;if(y+P>e.start&&(s||(s=O,a=e.start-y),y+P>e.end))return p=O,m=e.end-y,"stop";y+=P}),s||(s=t,a=t.childNodes.length),
p||(p=t,m=t.childNodes.length),e.dir=="<-"&&([s,a,p,m]=[p,m,s,a]);{let O=l(s);if(O){let z=d.createTextNode("");O.parentNode?.
insertBefore(z,O),s=z,a=0}let P=l(p);if(P){let z=d.createTextNode("");P.parentNode?.insertBefore(z,P),p=z,m=0}}n.setBaseAndExtent(
s,a,p,m),t.normalize()}function l(e){for(;e&&e!==t;){if(e.nodeType===Node.ELEMENT_NODE){let n=e;if(n.getAttribute("conte\
nteditable")=="false")return n}e=e.parentNode}}function w(){let n=X().getRangeAt(0),s=d.createRange();return s.selectNodeContents(
t),s.setEnd(n.startContainer,n.startOffset),s.toString()}function b(){let n=X().getRangeAt(0),s=d.createRange();return s.
selectNodeContents(t),s.setStart(n.endContainer,n.endOffset),s.toString()}function I(e){if(e.key==="Enter"){let n=w(),s=b(),
[a]=de(n),p=a;if(i.indentOn.test(n)&&(p+=i.tab),p.length>0?(_(e),e.stopPropagation(),B(`
`+p)):H(e),p!==a&&i.moveToNewLine.test(s)){let m=k();B(`
`+a),C(m)}}}function H(e){if(u&&e.key==="Enter")if(_(e),e.stopPropagation(),b()==""){B(`
 `);let n=k();n.start=--n.end,C(n)}else B(`
`)}function G(e){let n=i.autoclose.open,s=i.autoclose.close;if(n.includes(e.key)){_(e);let a=k(),p=a.start==a.end?"":X().
toString(),m=e.key+p+(s[n.indexOf(e.key)]??"");B(m),a.start++,a.end++,C(a)}}function q(e){if(e.key==="Tab")if(_(e),e.shiftKey){
let n=w(),[s,a]=de(n);if(s.length>0){let p=k(),m=Math.min(i.tab.length,s.length);C({start:a,end:a+m}),d.execCommand("del\
ete"),p.start-=m,p.end-=m,C(p)}}else B(i.tab)}function K(e){if(ae(e)){_(e),f--;let n=h[f];n&&(t.innerHTML=n.html,C(n.pos)),
f<0&&(f=0)}if(ce(e)){_(e),f++;let n=h[f];n&&(t.innerHTML=n.html,C(n.pos)),f>=h.length&&f--}}function j(){if(!x)return;let e=t.
innerHTML,n=k(),s=h[f];if(s&&s.html===e&&s.pos.start===n.start&&s.pos.end===n.end)return;f++,h[f]={html:e,pos:n},h.splice(
f+1);let a=300;f>a&&(f=a,h.splice(0,1))}function ve(e){if(e.defaultPrevented)return;_(e);let s=(e.originalEvent??e).clipboardData.
getData("text/plain").replace(/\r\n?/g,`
`),a=k();B(s),S(t),C({start:Math.min(a.start,a.end)+s.length,end:Math.min(a.start,a.end)+s.length,dir:"<-"})}function Ae(e){
let n=k(),s=X();(e.originalEvent??e).clipboardData.setData("text/plain",s.toString()),d.execCommand("delete"),S(t),C({start:Math.
min(n.start,n.end),end:Math.min(n.start,n.end),dir:"<-"}),_(e)}function ie(e,n){let s=[];e.firstChild&&s.push(e.firstChild);
let a=s.pop();for(;a&&n(a)!=="stop";)a.nextSibling&&s.push(a.nextSibling),a.firstChild&&s.push(a.firstChild),a=s.pop()}function ee(e){
return e.metaKey||e.ctrlKey}function ae(e){return ee(e)&&!e.shiftKey&&te(e)==="Z"}function ce(e){return ee(e)&&e.shiftKey&&
te(e)==="Z"}function Re(e){return ee(e)&&te(e)==="C"}function te(e){let n=e.key||e.keyCode||e.which;if(n)return(typeof n==
"string"?n:String.fromCharCode(n)).toUpperCase()}function B(e){e=e.replace(/&/g,"&amp;").replace(/</g,"&lt;").replace(/>/g,
"&gt;").replace(/"/g,"&quot;").replace(/'/g,"&#039;"),d.execCommand("insertHTML",!1,e)}function le(e,n){let s=0;return(...a)=>{
clearTimeout(s),s=c.setTimeout(()=>e(...a),n)}}function de(e){let n=e.length-1;for(;n>=0&&e[n]!==`
`;)n--;n++;let s=n;for(;s<e.length&&/[ \t]/.test(e[s]);)s++;return[e.substring(n,s)||"",n,s]}function V(){return t.textContent||
""}function _(e){e.preventDefault()}function X(){return t.getRootNode().getSelection()}return{updateOptions(e){Object.assign(
i,e)},updateCode(e,n=!0){t.textContent=e,S(t),n&&E(e)},onUpdate(e){E=e},toString:V,save:k,restore:C,recordHistory:j,destroy(){
for(let[e,n]of N)t.removeEventListener(e,n)}}}var je=!1;function we(t){je?addEventListener("pointerup",()=>setTimeout(t),{once:!0}):t()}function ye(t){return t.split(";")[0].trim().toLowerCase()}function xe(t){return/[/+]json$/.test(ye(t))}function be(t){return/[/+]xml$/.
test(ye(t))}var Be=/\s+|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[{}[\],:]/y,
Fe=/<!--.*?-->|<\/?[^<>\s]+|\/?>|[^<>\s"=]+(?==)|"[^"<]*"|[^<>"=]+|./sy;function*Ee(t,r){for(let o=0;o<t.length;){r.lastIndex=
o;let i=r.exec(t)?.[0]||t[o];o+=i.length,yield{token:i,end:o}}}function Te({token:t,end:r},o){return/^\s*$/.test(t)?"":t[0]===
'"'?/^\s*:/.test(o.slice(r,r+20))?"nt":"s2":t[0]==="<"||t.endsWith(">")?t.startsWith("<!--")?"c":"nt":/^-?\d/.test(t)?"m\
i":/^(true|false|null)$/.test(t)?"kc":""}function Ce(t){return be(t)?Fe:xe(t)?Be:null}var We=5e4;function He(t,r){return!r||t.length>We?[t]:[...Ee(t,r)].map(o=>{let i=Te(o,t);return i?g("span",{class:i},o.token):
o.token})}function ne(t){let r="";for(let o of t.childNodes)o instanceof Text?r+=o.data:o.nodeName==="BR"?r+=o.nextSibling?
`
`:"":r+=(o.nodeName==="DIV"&&o.previousSibling?`
`:"")+ne(o);return r}function ke(t,r,o){let i="",c=g("div",{class:"callsheet-editor highlight",tabindex:"0",role:"textbo\
x","aria-multiline":"true","aria-label":t,"aria-describedby":r,dir:"ltr"}),d=()=>c.replaceChildren(...He(ne(c),Ce(i))),h=me(
c,d,{tab:"  ",catchTab:!1,addClosing:!1,window:{document,navigator,setTimeout:(f,x)=>setTimeout(()=>document.activeElement===
c&&f(),x)}});return c.addEventListener("blur",()=>we(d)),c.addEventListener("input",o),c.addEventListener("keyup",o),{area:c,
get:()=>ne(c),set(f,x){i=x,h.updateCode(f,!1),o()}}}var Ke=2e4;function re({request:t,answer:r}){let{method:o,target:i}=t,c=r.status?String(r.status):"no response";return g(
"details",{class:"callsheet-run-exchange"},g("summary",{},fe(o)," ",g("code",{},i),` → ${c}`),g("pre",{tabindex:"0"},Ne(
`${o} ${i}`,t.headers,t.body)),g("pre",{tabindex:"0"},Ne(c,r.headers,r.body)))}function Ne(t,r,o){let i=r.map(([c,d])=>`${c}\
: ${Ve(c,d)}`);return[t,...i,"",Xe(o)].join(`
`).trimEnd()}function Ve(t,r){return/^(authorization|cookie)$/i.test(t)?`${r.split(" ")[0]} ••••••`:r}function Xe(t){
let r=t.subarray(0,Ke);try{let o=new TextDecoder("utf-8",{fatal:!0}).decode(r,{stream:r.length<t.length});return r.length<
t.length?`${o}
…`:o}catch{return`(${t.length.toLocaleString("en")} bytes)`}}var Se="http://127.0.0.1:8765",Je=1e6,ze=/^import \{([^}]*)\} from ["']node:([\w/]+)["'];?$/gm,Ye=/^import ([\w$]+) from ["']node:([\w/]+)["'];?$/gm,
Z=null,oe=null;function Ze(t){return t.replace(ze,(r,o,i)=>`const {${o.replaceAll(" as ",": ")}} = callsheetModules["${i}\
"];`).replace(Ye,(r,o,i)=>`const ${o} = callsheetModules["${i}"];`).replaceAll("import.meta.url",'"file:///program/sampl\
e.mjs"')}async function Le(t,r,o){let i=await(await fetch(Y("sandbox/node.js"))).text(),d=`callsheetBegin(((given) => { \
for (const name in given.files) given.files[name] = Uint8Array.from(given.files[name]); return given; })(${JSON.stringify(
{origin:Se,files:Object.fromEntries(Object.entries(r).map(([E,$])=>[E,[...$]])),env:{CALLSHEET_BASE_URL:Se}})}));`,N=`${i}\

${d}
(async () => {
${Ze(t)}
})().then(callsheetEnd, callsheetFail);
`,h={},f=0,x=g("iframe",{sandbox:"allow-scripts",src:Y("sandbox/frame.html"),title:"JavaScript program",hidden:!0});return se(),
Z=x,new Promise((E,$)=>{oe=$;let S=async({source:W,data:u})=>{let M=x.contentWindow;if(!(W!==M||!M))if(u.type==="loaded")
M.postMessage({code:N},"*");else if(u.type==="output"){let T=String(u.text).slice(0,Math.max(0,Je-f));f+=u.text.length,T&&
o.print(T,!!u.isError)}else if(u.type==="wrote")h[String(u.name)]=u.content;else if(u.type==="fetch")try{let{status:T,reason:R,
headers:D,body:L}=await F({type:"fetch",...u.request});if(o.exchanged({request:u.request,answer:{status:T,headers:D,body:L}}),
!T)throw new TypeError("fetch failed: the server closed the connection");M.postMessage({id:u.id,answer:{status:T,reason:R,
headers:D,body:L}},"*")}catch(T){M.postMessage({id:u.id,error:T.message},"*")}else u.type==="thrown"||u.type==="ended"?(u.
type==="thrown"&&o.print(`${u.text}
`,!0),A(),E({code:u.type==="thrown"?1:Number(u.code),files:h})):u.type==="broken"&&(A(),$(new Error(String(u.text))))},A=()=>{
removeEventListener("message",S),x.remove(),Z===x&&(Z=null)};addEventListener("message",S),document.body.append(x)})}function se(){
Z?.remove(),Z=null,oe?.(new U("Stopped.")),oe=null}var Ge="";function Oe(t){return(t/1e6).toFixed(1)}async function qe(t){let r=await Promise.all(t.map(async([o,i])=>{let c=await fetch(i);if(!c.ok)throw new Error(`${o} ca\
nnot be loaded (${c.status}).`);return[o,new Uint8Array(await c.arrayBuffer())]}));return Object.fromEntries(r)}function $e(t){
let r=ue("callsheet-run-status"),o=g("progress",{hidden:!0,max:"1","aria-label":"Loading"}),i=g("pre",{class:"callsheet-\
run-output",tabindex:"0","aria-label":"Output of the program",hidden:!0}),c=g("div",{class:"callsheet-run-exchanges"}),d=null,
N={},h=g("div",{hidden:!0}),f=(l,w)=>g("button",{type:"button",class:"callsheet-button",click:w},l),x=f("Run again",k),E=f(
"Stop",()=>{se(),ge()}),$=f("Edit",T),S=f("Reset",()=>d?.set(t().source,"")),A=f("Start over",C);A.title="Forget what yo\
u changed in this page's server",E.hidden=!0,S.hidden=!0;let W=g("div",{class:"callsheet-run-files"}),u=g("section",{class:"\
callsheet-run","aria-label":"Run in this page"},g("p",{class:"callsheet-run-bar"},r,o,E,x,$,S,A),h,W,i,c);W.append(...t().
files.map(([l])=>M(l)));function M(l){let w=g("input",{type:"file",async change(){let[b]=w.files??[];b?N[l]=new Uint8Array(
await b.arrayBuffer()):delete N[l]}});return g("label",{},`Another file as ${l} `,w)}function T(){d||(d=ke("Program","",
()=>{}),h.append(d.area),d.set(t().source,"")),h.hidden=!h.hidden,S.hidden=h.hidden,h.hidden||d.area.focus()}function R(l,w){
i.hidden=!1,i.append(w?g("span",{class:"callsheet-run-error"},l):l)}function D(l){if(l.type==="progress"){let{loaded:w,all:b}=l;
o.hidden=w>=b,o.value=w/b,w<b&&(r.textContent=`Loading ${Oe(w)} of ${Oe(b)} MB`)}else l.type==="step"?r.textContent=`${l.
text} …`:l.type==="ready"?r.textContent="Running …":l.type==="output"?R(l.text,l.isError):l.type==="exchange"?c.append(
re(l.exchange)):l.type==="cut"?R(`
… ${l.characters.toLocaleString("en")} more characters`,!0):l.type==="unsaved"&&(r.textContent="The browser stores not\
hing for this site: what you change ends with the page.")}async function L({language:l,name:w},b,I){if(l==="python")return F(
{type:"run",...{name:w,source:b,files:I,settings:{}}},D);let H=performance.now();return{...await Le(b,I,{print:R,exchanged:K=>c.
append(re(K))}),milliseconds:performance.now()-H}}async function k(){let l=t();i.replaceChildren(),i.hidden=!0,c.replaceChildren(),
x.disabled=!0,E.hidden=!1,r.textContent=he()?"Running …":`Loading Python and the server${Ge} …`;try{let w={...await qe(
l.files),...N},b=d&&!h.hidden?d.get():l.source,{code:I,files:H,milliseconds:G}=await L(l,b,w);r.textContent=`${I?`Ended \
with exit code ${I}`:"Succeeded"} in ${Math.max(1,Math.round(G))} ms.`;for(let[q,K]of Object.entries(H))c.append(Qe(q,K))}catch(w){
w instanceof U?r.textContent="Stopped. The next run starts anew.":r.textContent=`It cannot run here. ${w.message}`}finally{
o.hidden=!0,x.disabled=!1,E.hidden=!0}}async function C(){try{await F({type:"startOver"},D),r.textContent="The server in\
 this page begins afresh."}catch(l){r.textContent=l.message}}return{section:u,run:k}}function Qe(t,r){let o=URL.createObjectURL(
new Blob([r])),i=g("a",{href:o,download:t},t),c=` (${r.length.toLocaleString("en")} bytes)`,d=g("p",{},"Wrote ",i,c);return/\.(png|jpe?g|gif|webp)$/i.
test(t)&&d.append(g("img",{src:o,alt:t})),d}var Me=new WeakMap;async function et(t,r){let o=Me.get(t);o||(o=$e(r),Me.set(t,o),t.append(o.section)),await o.run()}function Pe(t){
return F({type:"fetch",...t})}async function tt(t){let{pathname:r,search:o,host:i}=new URL(t.url),c=[["Host",i],...t.headers],
d=new Uint8Array(await t.arrayBuffer()),N=r+o,h=await Pe({method:t.method,target:N,headers:c,body:d});if(!h.status)throw new TypeError(
"The server closed the connection without a response.");let f=[204,205,304].includes(h.status);return new Response(f?null:
h.body,{status:h.status,statusText:h.reason,headers:h.headers})}window.callsheet.runProgram=et;window.callsheet.askInPage=
Pe;window.callsheet.answerInPage=tt;})();
