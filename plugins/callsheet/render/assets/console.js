/*! Made by `make javascript`: sources 438f1e94dee62197, code 28db712af7dcf937 */
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
"use strict";(()=>{var{API_KEY:it,VALID:Be,badge:Zt,copy:Re,credentials:at,load:_e,make:d,onPage:Qt,save:en,schemes:tn,siteUrl:Es,statusNote:pe,
storedText:Fe,values:A}=window.callsheet;var zr=window;function nn(e,t,n={}){let r={tab:"	",indentOn:/[({\[]$/,moveToNewLine:/^[)}\]]/,spellcheck:!1,catchTab:!0,
preserveIdent:!0,addClosing:!0,history:!0,window:zr,autoclose:{open:`([{'"`,close:`)]}'"`},...n},o=r.window,s=o.document,
i=[],a=[],l=-1,c=!1,u=()=>{},p;e.setAttribute("contenteditable","plaintext-only"),e.setAttribute("spellcheck",r.spellcheck?
"true":"false"),e.style.outline="none",e.style.overflowWrap="break-word",e.style.overflowY="auto",e.style.whiteSpace="pr\
e-wrap";let m=(f,g)=>{t(f,g)},h=o.navigator.userAgent.match(/Firefox\/([0-9]+)\./),$=h?parseInt(h[1]):0,w=!1;(e.contentEditable!==
"plaintext-only"||$>=136)&&(w=!0),w&&e.setAttribute("contenteditable","true");let x=Gt(()=>{let f=_();m(e,f),D(f)},30),E=!1,
O=f=>!Kt(f)&&!qt(f)&&f.key!=="Meta"&&f.key!=="Control"&&f.key!=="Alt"&&!f.key.startsWith("Arrow"),T=Gt(f=>{O(f)&&(re(),E=
!1)},300),I=(f,g)=>{i.push([f,g]),e.addEventListener(f,g)};I("keydown",f=>{f.defaultPrevented||(p=ue(),r.preserveIdent?Mr(
f):zt(f),r.catchTab&&Ur(f),r.addClosing&&Ir(f),r.history&&(Hr(f),O(f)&&!E&&(re(),E=!0)),w&&!Vr(f)&&D(_()))}),I("keyup",f=>{
f.defaultPrevented||f.isComposing||(p!==ue()&&x(),T(f),u(ue()))}),I("focus",f=>{c=!0}),I("blur",f=>{c=!1}),I("paste",f=>{
re(),Xr(f),re(),u(ue())}),I("cut",f=>{re(),Jr(f),re(),u(ue())});function _(){let f=de(),g={start:0,end:0,dir:void 0},{anchorNode:y,
anchorOffset:b,focusNode:S,focusOffset:k}=f;if(!y||!S)throw"error1";if(y===e&&S===e)return g.start=b>0&&e.textContent?e.
textContent.length:0,g.end=k>0&&e.textContent?e.textContent.length:0,g.dir=k>=b?"->":"<-",g;if(y.nodeType===Node.ELEMENT_NODE){
let P=s.createTextNode("");y.insertBefore(P,y.childNodes[b]),y=P,b=0}if(S.nodeType===Node.ELEMENT_NODE){let P=s.createTextNode(
"");S.insertBefore(P,S.childNodes[k]),S=P,k=0}return Wt(e,P=>{if(P===y&&P===S)return g.start+=b,g.end+=k,g.dir=b<=k?"->":
"<-","stop";if(P===y)if(g.start+=b,!g.dir)g.dir="->";else return"stop";else if(P===S)if(g.end+=k,!g.dir)g.dir="<-";else return"\
stop";P.nodeType===Node.TEXT_NODE&&(g.dir!="->"&&(g.start+=P.nodeValue.length),g.dir!="<-"&&(g.end+=P.nodeValue.length))}),
e.normalize(),g}function D(f){let g=de(),y,b=0,S,k=0;if(f.dir||(f.dir="->"),f.start<0&&(f.start=0),f.end<0&&(f.end=0),f.
dir=="<-"){let{start:W,end:q}=f;f.start=q,f.end=W}let P=0;Wt(e,W=>{if(W.nodeType!==Node.TEXT_NODE)return;let q=(W.nodeValue||
"").length;if(P+q>f.start&&(y||(y=W,b=f.start-P),P+q>f.end))return S=W,k=f.end-P,"stop";P+=q}),y||(y=e,b=e.childNodes.length),
S||(S=e,k=e.childNodes.length),f.dir=="<-"&&([y,b,S,k]=[S,k,y,b]);{let W=Le(y);if(W){let $e=s.createTextNode("");W.parentNode?.
insertBefore($e,W),y=$e,b=0}let q=Le(S);if(q){let $e=s.createTextNode("");q.parentNode?.insertBefore($e,q),S=$e,k=0}}g.setBaseAndExtent(
y,b,S,k),e.normalize()}function Le(f){for(;f&&f!==e;){if(f.nodeType===Node.ELEMENT_NODE){let g=f;if(g.getAttribute("cont\
enteditable")=="false")return g}f=f.parentNode}}function Jt(){let g=de().getRangeAt(0),y=s.createRange();return y.selectNodeContents(
e),y.setEnd(g.startContainer,g.startOffset),y.toString()}function Vt(){let g=de().getRangeAt(0),y=s.createRange();return y.
selectNodeContents(e),y.setStart(g.endContainer,g.endOffset),y.toString()}function Mr(f){if(f.key==="Enter"){let g=Jt(),
y=Vt(),[b]=Yt(g),S=b;if(r.indentOn.test(g)&&(S+=r.tab),S.length>0?(Y(f),f.stopPropagation(),oe(`
`+S)):zt(f),S!==b&&r.moveToNewLine.test(y)){let k=_();oe(`
`+b),D(k)}}}function zt(f){if(w&&f.key==="Enter")if(Y(f),f.stopPropagation(),Vt()==""){oe(`
 `);let g=_();g.start=--g.end,D(g)}else oe(`
`)}function Ir(f){let g=r.autoclose.open,y=r.autoclose.close;if(g.includes(f.key)){Y(f);let b=_(),S=b.start==b.end?"":de().
toString(),k=f.key+S+(y[g.indexOf(f.key)]??"");oe(k),b.start++,b.end++,D(b)}}function Ur(f){if(f.key==="Tab")if(Y(f),f.shiftKey){
let g=Jt(),[y,b]=Yt(g);if(y.length>0){let S=_(),k=Math.min(r.tab.length,y.length);D({start:b,end:b+k}),s.execCommand("de\
lete"),S.start-=k,S.end-=k,D(S)}}else oe(r.tab)}function Hr(f){if(Kt(f)){Y(f),l--;let g=a[l];g&&(e.innerHTML=g.html,D(g.
pos)),l<0&&(l=0)}if(qt(f)){Y(f),l++;let g=a[l];g&&(e.innerHTML=g.html,D(g.pos)),l>=a.length&&l--}}function re(){if(!c)return;
let f=e.innerHTML,g=_(),y=a[l];if(y&&y.html===f&&y.pos.start===g.start&&y.pos.end===g.end)return;l++,a[l]={html:f,pos:g},
a.splice(l+1);let b=300;l>b&&(l=b,a.splice(0,1))}function Xr(f){if(f.defaultPrevented)return;Y(f);let y=(f.originalEvent??
f).clipboardData.getData("text/plain").replace(/\r\n?/g,`
`),b=_();oe(y),m(e),D({start:Math.min(b.start,b.end)+y.length,end:Math.min(b.start,b.end)+y.length,dir:"<-"})}function Jr(f){
let g=_(),y=de();(f.originalEvent??f).clipboardData.setData("text/plain",y.toString()),s.execCommand("delete"),m(e),D({start:Math.
min(g.start,g.end),end:Math.min(g.start,g.end),dir:"<-"}),Y(f)}function Wt(f,g){let y=[];f.firstChild&&y.push(f.firstChild);
let b=y.pop();for(;b&&g(b)!=="stop";)b.nextSibling&&y.push(b.nextSibling),b.firstChild&&y.push(b.firstChild),b=y.pop()}function ot(f){
return f.metaKey||f.ctrlKey}function Kt(f){return ot(f)&&!f.shiftKey&&st(f)==="Z"}function qt(f){return ot(f)&&f.shiftKey&&
st(f)==="Z"}function Vr(f){return ot(f)&&st(f)==="C"}function st(f){let g=f.key||f.keyCode||f.which;if(g)return(typeof g==
"string"?g:String.fromCharCode(g)).toUpperCase()}function oe(f){f=f.replace(/&/g,"&amp;").replace(/</g,"&lt;").replace(/>/g,
"&gt;").replace(/"/g,"&quot;").replace(/'/g,"&#039;"),s.execCommand("insertHTML",!1,f)}function Gt(f,g){let y=0;return(...b)=>{
clearTimeout(y),y=o.setTimeout(()=>f(...b),g)}}function Yt(f){let g=f.length-1;for(;g>=0&&f[g]!==`
`;)g--;g++;let y=g;for(;y<f.length&&/[ \t]/.test(f[y]);)y++;return[f.substring(g,y)||"",g,y]}function ue(){return e.textContent||
""}function Y(f){f.preventDefault()}function de(){return e.getRootNode().getSelection()}return{updateOptions(f){Object.assign(
r,f)},updateCode(f,g=!0){e.textContent=f,m(e),g&&u(f)},onUpdate(f){u=f},toString:ue,save:_,restore:D,recordHistory:re,destroy(){
for(let[f,g]of i)e.removeEventListener(f,g)}}}var rn=!1;function on(){addEventListener("pointerdown",()=>ct(!0),!0),addEventListener("pointerup",()=>ct(!1),!0),addEventListener(
"pointercancel",()=>ct(!1),!0)}function ct(e){rn=e}function Z(e){rn?addEventListener("pointerup",()=>setTimeout(e),{once:!0}):
e()}var be="application/x-www-form-urlencoded",sn="multipart/form-data";function C(e){return e.split(";")[0].trim().toLowerCase()}
function L(e){return/[/+]json$/.test(C(e))}function U(e){return/[/+]xml$/.test(C(e))}function we(e,t){let[,n="utf-8"]=/charset="?([\w-]+)/i.
exec(t)??[];try{return new TextDecoder(n).decode(e)}catch{return new TextDecoder().decode(e)}}var je=/\s+|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[{}[\],:]/y,
lt=/<!--.*?-->|<\/?[^<>\s]+|\/?>|[^<>\s"=]+(?==)|"[^"<]*"|[^<>"=]+|./sy;function*xe(e,t){for(let n=0;n<e.length;){t.lastIndex=
n;let r=t.exec(e)?.[0]||e[n];n+=r.length,yield{token:r,end:n}}}function an({token:e,end:t},n){return/^\s*$/.test(e)?"":e[0]===
'"'?/^\s*:/.test(n.slice(t,t+20))?"nt":"s2":e[0]==="<"||e.endsWith(">")?e.startsWith("<!--")?"c":"nt":/^-?\d/.test(e)?"m\
i":/^(true|false|null)$/.test(e)?"kc":""}function cn(e){return U(e)?lt:L(e)?je:null}var Wr=5e4;function ut(e,t){return!t||e.length>Wr?[e]:[...xe(e,t)].map(n=>{let r=an(n,e);return r?d("span",{class:r},n.token):
n.token})}function ft(e){let t="";for(let n of e.childNodes)n instanceof Text?t+=n.data:n.nodeName==="BR"?t+=n.nextSibling?
`
`:"":t+=(n.nodeName==="DIV"&&n.previousSibling?`
`:"")+ft(n);return t}function ln(e,t,n){let r="",o=d("div",{class:"callsheet-editor highlight",role:"textbox","aria-mult\
iline":"true","aria-label":e,"aria-describedby":t,dir:"ltr"}),s=()=>o.replaceChildren(...ut(ft(o),cn(r))),a=nn(o,s,{tab:"\
  ",catchTab:!1,addClosing:!1,window:{document,navigator,setTimeout:(l,c)=>setTimeout(()=>document.activeElement===o&&l(),
c)}});return o.addEventListener("blur",()=>Z(s)),o.addEventListener("input",n),o.addEventListener("keyup",n),{area:o,get:()=>ft(
o),set(l,c){r=c,a.updateCode(l,!1),n()}}}var Q=class{constructor(t){this.source=t}};function fn(e){return JSON.parse(e,(n,r,o)=>typeof r=="number"&&o?.source?new Q(
o.source):r)}function se(e){return typeof e=="object"&&e!==null&&!(e instanceof Q)}var Kr=500,qr=2e5,Gr=100;function un(e,t){let n=t.trim().toLowerCase();if(!n)return[];let r=[],o=[{name:"",value:e,place:[]}];
for(let s=0;s<qr&&r.length<Kr;s+=1){let i=o.pop();if(!i)break;let{name:a,value:l,place:c}=i;if([a,Yr(l)].some(m=>m.toLowerCase().
includes(n))&&r.push(c),!se(l)||c.length===Gr)continue;let u=Array.isArray(l),p=Object.entries(l).map(([m,h],$)=>({name:u?
"":m,value:h,place:[...c,$]}));for(let m of p.reverse())o.push(m)}return r}function Yr(e){return e instanceof Q?e.source:
se(e)?"":String(e)}var dt=100,dn=40,pn=2e3;function hn(e,t,n){if(!se(e))return mn(t,Zr(e));let r=Array.isArray(e),o=Object.entries(e);if(!o.
length)return mn(t,r?"[]":"{}");let[s,i]=r?["item","items"]:["property","properties"],a=`${o.length} ${o.length===1?s:i}`,
l=r?`[ ${a} ]`:`{ ${a} }`,c=d("span",{class:"callsheet-note"},l);return gn([...t,c],o,r,n)}function mn(e,t){return{element:d(
"div",{tabindex:"-1"},...e,t),open:()=>null}}function Zr(e){return e instanceof Q?d("span",{class:"mi"},e.source):d("spa\
n",{class:typeof e=="string"?"s2":"kc"},JSON.stringify(e))}function gn(e,t,n,r){let o=d("div",{}),s=[],i=null,a=()=>{if(o.
firstChild)return;for(let[p,m]of t.slice(0,dt)){let h=n?[]:[d("span",{class:"nt"},JSON.stringify(p)),": "],$=r&&t.length<=
dn&&Qr(m)<=dn,w=hn(m,h,$);s.push(w),o.append(w.element)}let u=t.slice(dt);u.length&&(i=gn([`${u.length} more`],u,n,!1),o.
append(i.element))},l=d("details",{toggle:a},d("summary",{},...e),o),c=()=>{l.open=!0,a()};return r&&c(),{element:l,open(u){
return c(),s[u]??i?.open(u-dt)??null}}}function Qr(e){return se(e)?Object.keys(e).length:0}function yn(e){let t=hn(e,[],
!0),n=d("div",{class:"callsheet-json highlight",dir:"ltr"},t.element);if(!se(e))return n;let r=pe(),o=[],s=-1,i=()=>{for(let w of n.
querySelectorAll(".callsheet-found"))w.classList.remove("callsheet-found");if(!o.length)return;let h=t;for(let w of o[s])
h=h?.open(w)??null;let $=h?.element.querySelector(":scope > summary")??h?.element;$?.classList.add("callsheet-found"),$?.
scrollIntoView({block:"nearest"})},a=()=>{o=un(e,u.value),s=0,l(),i()},l=()=>{u.value.trim()?r.textContent=o.length?`${s+
1} of ${o.length}`:"Not found":r.textContent=""},c=h=>{o.length&&(s=(s+h+o.length)%o.length,l(),i())},u=d("input",{type:"\
search",class:"callsheet-input","aria-label":"Find in the answer",placeholder:"Find in the answer",autocomplete:"off",spellcheck:"\
false",input:a,keydown(h){h.key!=="Enter"||h.ctrlKey||h.metaKey||(h.preventDefault(),c(h.shiftKey?-1:1))}}),p=(h,$)=>d("\
button",{type:"button",class:"callsheet-button",click:$},h),m=h=>{for(let $=0;$<pn;){let w=[...n.querySelectorAll(h?"det\
ails:not([open])":"details[open]")].slice(0,pn-$);if(!w.length)break;for(let x of w)x.open=h,x.dispatchEvent(new Event("\
toggle"));$+=w.length}};return d("div",{},d("p",{class:"callsheet-line"},u,r,p("Expand all",()=>m(!0)),p("Collapse all",
()=>m(!1))),n)}var J=10,me="callsheet-boundary",$n={jpeg:"jpg","svg+xml":"svg","octet-stream":"bin",plain:"txt"};function V({headers:e}){
let t=e.find(([n])=>n==="Accept")?.[1]??"";return/^(image\/|application\/(octet-stream|pdf|zip))/.test(t)?pt(t):""}function pt(e){
let t=C(e).split("/")[1]??"";return`answer.${(Object.hasOwn($n,t)?$n[t]:t.replace(/^.*\+/,"").replace(/\W/g,""))||"bin"}`}
function z({headers:e,authorization:t,basic:n}){return n||!t?e:[["Authorization",t],...e]}function N(e){return e.map(t=>`${t}\

`).join("")}function De(e){let t=z(e),n=([r])=>r.toLowerCase()==="content-type";return[t.filter(r=>!n(r)),t.find(n)?.[1]??
""]}function he(e){return e.includes(`
`)&&!/(?![ \n])[\p{C}\p{Z}]/u.test(e)}function Me({fields:e=[],files:t=[]}){let n=o=>`"${o.replaceAll('"',"%22").replaceAll(
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
`]}var mt=/^[+-]?(\d{1,400}(\.\d*)?|\.\d+)(e[+-]?\d{1,3})?$/i,ht=/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/,
eo=/^[+-]?\d{1,20}$/,to=/^(\d{4})-(\d\d)-(\d\d)[Tt ]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)?$/,gt=new Map(
[["int32",31n],["int64",63n]]),yt=new Map([["int32","int32, a whole number from -2147483648 to 2147483647"],["int64","in\
t64, a whole number of at most 64 bits"],["double","double, a number such as 1.5"],["bool","bool, true or false"],["date\
-time","date-time, such as 2026-11-21T09:30:00Z"],["byte","byte, text in base64"]]);function $t(e){let[,t,n,r]=to.exec(e)??
[];if(!r||t==="0000")return!1;let o=new Date(Date.UTC(2e3,Number(n)-1,Number(r)));return o.setUTCFullYear(Number(t),Number(
n)-1,Number(r)),o.getUTCMonth()===Number(n)-1&&o.getUTCDate()===Number(r)}function no(e,t){if(!eo.test(e))return!1;let n=1n<<
t,r=BigInt(e.replace("+",""));return-n<=r&&r<n}function ro(e,t){let n=gt.get(t);return n?no(e,n):t==="double"?mt.test(e):
t==="bool"?/^(true|false)$/i.test(e):t==="date-time"?$t(e):t!=="byte"||ht.test(e)}function bn(e,t="",n){return n?.length?
n.includes(e)?"":`one of ${n.join(", ")}`:ro(e,t)?"":yt.get(t)??""}var oo=200,so=20,io=new Map([["date",/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/],["email",/^[^\s@]+@[^\s@]+$/],["ur\
i",/^[a-z][a-z0-9+.-]*:[^\s]*$/i],["uuid",/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i]]),ao=[["minimum","at least %",
(e,t)=>e<t],["maximum","at most %",(e,t)=>e>t],["exclusiveMinimum","above %",(e,t)=>e<=t],["exclusiveMaximum","below %",
(e,t)=>e>=t],["multipleOf","a multiple of %",(e,t)=>Math.abs(e/t-Math.round(e/t))>1e-9]],co=[["minLength","at least % ch\
aracters",(e,t)=>[...e].length<t],["maxLength","at most % characters",(e,t)=>[...e].length>t],["pattern","a text that ma\
tches %",(e,t)=>!xn(t,e)]],lo=[["minItems","at least % items",(e,t)=>e.length<t],["maxItems","at most % items",(e,t)=>e.
length>t],["uniqueItems","items that differ",(e,t)=>t&&e.some((n,r)=>e.slice(0,r).some(o=>Ue(n,o)))]],fo=[["minPropertie\
s","at least % properties",(e,t)=>Object.keys(e).length<t],["maxProperties","at most % properties",(e,t)=>Object.keys(e).
length>t]];function He(e){return e===null?"null":Array.isArray(e)?"array":typeof e=="number"?Number.isInteger(e)?"intege\
r":"number":typeof e}function ee(e){return He(e)==="object"}function bt({type:e}){return[e??[]].flat()}function uo(e){let t=JSON.
stringify(e);return t.length>60?`${t.slice(0,57)}...`:t}function wn(e,t){return/^[\p{L}_][\p{L}\p{N}_]*$/u.test(t)?`${e}\
.${t}`:`${e}[${JSON.stringify(t)}]`}function*ie(e,t,n,r="$",o=0){let s=(l,c)=>({path:r,keyword:l,expected:c,got:uo(e)});
if(t===!1&&(yield s("not","no such value")),typeof t=="boolean"||o>oo)return;let i=po(e,t)??mo(e,t);if(i){yield s(...i);
return}let a=l=>ie(e,l,n,r,o+1);t.$ref&&(yield*a(n[t.$ref]??{}));for(let[l,c]of ho(e,t))yield s(l,c);Array.isArray(e)?yield*go(
e,t,n,r,o):ee(e)&&(yield*yo(e,t,n,r,o));for(let l of t.allOf??[])yield*a(l);for(let l of["anyOf","oneOf"]){let c=(t[l]??
[]).map(m=>Oe(so,a(m))),u=c.filter(m=>!m.length).length,p=c.find(m=>m.length&&m[0].path!==r);c.length&&!u&&(p||c.length===
1)?yield*p??c[0]:c.length&&!u?yield s("anyOf",c.map(m=>m[0].expected).join(" or ")):l==="oneOf"&&u>1&&(yield s("oneOf","\
exactly one of the alternatives"))}t.not!==void 0&&a(t.not).next().done&&(yield s("not","no such value"))}function po(e,t){
let n=He(e),r=bt(t);if(!r.length||r.includes(n)||n==="integer"&&r.includes("number"))return null;let{format:o=""}=t;return[
"type",yt.has(o)?o:r.filter(s=>s!=="null").join(" or ")]}function mo(e,t){let n=Object.hasOwn(t,"const")?[t.const]:t.enum;
if(!n||n.some(o=>Ue(o,e)))return null;let r=n.filter(o=>o!==null).map(o=>typeof o=="string"?o:JSON.stringify(o));return[
t.enum?"enum":"const",`one of ${r.join(", ")}`]}function Ue(e,t){if(e===t)return!0;if(Array.isArray(e)&&Array.isArray(t))
return e.length===t.length&&e.every((r,o)=>Ue(r,t[o]));if(!ee(e)||!ee(t))return!1;let n=Object.keys(e);return n.length===
Object.keys(t).length&&n.every(r=>Object.hasOwn(t,r)&&Ue(e[r],t[r]))}function*ho(e,t){let{format:n="",contentEncoding:r}=t;
if(typeof e=="number"){yield*Ie(e,ao,t);let o=Number.isInteger(e)?gt.get(n):void 0;o&&Math.abs(e+.5)>2**Number(o)&&(yield[
"format",n])}else typeof e=="string"?(yield*Ie(e,co,t),n==="date-time"&&!$t(e)&&(yield["format",n]),io.get(n)?.test(e)===
!1&&(yield["format",n]),r&&!ht.test(e)&&(yield["contentEncoding",r])):Array.isArray(e)?yield*Ie(e,lo,t):ee(e)&&(yield*Ie(
e,fo,t))}function*Ie(e,t,n){for(let[r,o,s]of t){let i=n[r];i!==void 0&&s(e,i)&&(yield[r,o.replace("%",()=>String(i))])}}
function xn(e,t){try{return new RegExp(e,"u").test(t)}catch{return!0}}function*go(e,{items:t,prefixItems:n=[]},r,o,s){for(let i=0;i<
e.length;i+=1){let a=i<n.length?n[i]:t;a!==void 0&&(yield*ie(e[i],a,r,`${o}[${i}]`,s+1))}}function*yo(e,t,n,r,o){let{properties:s={},
additionalProperties:i}=t,a=t.required===!0?Object.keys(s):t.required??[];for(let c of a)Object.hasOwn(e,c)||(yield{path:wn(
r,c),keyword:"required",expected:"the property",got:"nothing"});let l=Object.entries(t.patternProperties??{});for(let[c,
u]of Object.entries(e)){let p=l.filter(([m])=>xn(m,c)).map(([,m])=>m);Object.hasOwn(s,c)?p.push(s[c]):!p.length&&i!==void 0&&
p.push(i);for(let m of p)yield*ie(u,m,n,wn(r,c),o+1)}}function Oe(e,t){let n=[];for(let r of t)if(n.push(r),n.length===e)
break;return n}var On="http://www.w3.org/2001/XMLSchema-instance",$o=/<!--.*?-->|<!\[CDATA\[.*?\]\]>|<[^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*>|[^<]+/gs;
function ae(e){if(/<!DOCTYPE/i.test(e))throw new Error("a document type is not allowed");let t=new DOMParser().parseFromString(
e,"application/xml"),n=t.querySelector("parsererror");if(n){let r=(n.textContent??"").split(`
`);throw new Error(r.find(o=>/error.*\d/i.test(o))??"it is not well-formed")}return t.documentElement}function bo(e,t){let n=Xe(
e),r=n.anyOf?Xe(n.anyOf.find(o=>Xe(o).type!=="null")):n;return r.$ref?Xe(t[r.$ref]):r}function Xe(e){return typeof e=="o\
bject"?e:{}}function Se(e,t,n){let r=bo(t,n);if(e.getAttributeNS(On,"nil")==="true")return null;let o=bt(r),s=[...e.children];
if(o.includes("array"))return s.map(a=>Se(a,r.items,n));if(s.length||o.includes("object")){let{properties:a={},additionalProperties:l}=r;
return Object.fromEntries(s.map(c=>[c.localName,Se(c,a[c.localName]??l,n)]))}let i=e.textContent??"";return o.includes("\
integer")||o.includes("number")?mt.test(i)?Number(i):i:o.includes("boolean")&&/^(true|false)$/i.test(i)?/^t/i.test(i):i}
function wo(e){return e.replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu,"�").replaceAll("&","&amp;").
replaceAll("<","&lt;").replaceAll(">","&gt;")}function xo(e){let t=e.replace(/[^\p{L}\p{N}_.-]/gu,"_");return/^[\p{L}_]/u.
test(t)?t:`_${t}`}function wt(e,t,n=""){let r=xo(e);if(t===null)return`${n}<${r} xmlns:i="${On}" i:nil="true"/>`;if(typeof t!=
"object")return`${n}<${r}>${wo(String(t))}</${r}>`;let o=Array.isArray(t)?t.map(i=>["item",i]):Object.entries(t);if(!o.length)
return`${n}<${r}/>`;let s=o.map(([i,a])=>wt(i,a,`${n}  `));return[`${n}<${r}>`,...s,`${n}</${r}>`].join(`
`)}function Sn(e){let t=0,n=!0,r="",o=(e.trim().match($o)??[]).filter(s=>s.trim());return o.forEach((s,i)=>{let a=/^<[^!?]/.
test(s),l=!s.startsWith("<")||s.startsWith("<!["),c=s.startsWith("</");c&&(t-=1),r+=n||l?s:`
${"  ".repeat(t)}${s}`;let u=a&&!c&&!s.endsWith("/>");u&&(t+=1),n=l||u&&!!o[i+1]?.startsWith("</")}),r}var Tn=2e5,An={iVBORw0KGgo:"image/png","/9j/":"image/jpeg",R0lGOD:"image/gif"},Ot=new Set;function En(e,t){let n=URL.createObjectURL(
new Blob([e],{type:t}));return Ot.add(n),n}function Je(){for(let e of Ot)URL.revokeObjectURL(e);Ot.clear()}function St(e){
return e<1e3?`${e} byte${e===1?"":"s"}`:e<1e6?`${(e/1e3).toFixed(1)} kB`:`${(e/1e6).toFixed(1)} MB`}function Tt(e){let t=`\
callsheet-status callsheet-status--${String(e)[0]}xx`;return d("span",{class:t},String(e))}function Oo({content:e,mediaType:t},n){
let r=C(t);if(!e.length)return d("p",{class:"callsheet-note"},"The answer has no body.");if(/^image\//.test(r))return Cn(
e,r);if(!kn(r,e))return d("p",{},`${St(e.length)} of ${r||"no media type"}, which can be saved.`);let o=we(e,t);if(o.length>
Tn)return d("div",{},xt(o.slice(0,Tn),null),d("p",{class:"callsheet-note"},"This is the beginning; save it to see the re\
st."));try{if(L(r))return So(o,n);if(U(r))return ae(o),xt(Sn(o),lt)}catch{}return xt(o,null)}function kn(e,t){return/^text\//.
test(e)||L(e)||U(e)||/javascript|urlencoded/.test(e)?!0:!e&&!t.subarray(0,1e3).includes(0)}function So(e,t){let n=fn(e),
r=yn(n),o=t&&typeof n=="string"?To(n):null;return o?d("div",{},Cn(...o),r):r}function To(e){let t=Object.keys(An).find(n=>e.
startsWith(n));if(!t)return null;try{return[Uint8Array.from(atob(e),n=>n.charCodeAt(0)),An[t]]}catch{return null}}function xt(e,t){
return d("pre",{class:"highlight",tabindex:"0",dir:"ltr","aria-label":"Body"},d("code",{},...ut(e,t)))}function Cn(e,t){
let n=d("figcaption",{},`${t}, ${St(e.length)}`),r=d("img",{src:En(e,t),alt:"The image that the server sent",load(){n.append(
`, ${r.naturalWidth} × ${r.naturalHeight} pixels`)},error(){r.replaceWith(`It says that it is ${t}, but it cannot be sh\
own.`)}});return d("figure",{class:"callsheet-image"},r,n)}function Ao({content:e,mediaType:t}){let n=En(e,"application/\
octet-stream");return d("a",{href:n,download:pt(t),class:"callsheet-button"},"Save")}function Eo(e){let{content:t,mediaType:n}=e;
if(!t.length)return[];let r=pe(),o=d("button",{type:"button",class:"callsheet-button",async click(){let a=await Re(we(t,
n));r.textContent=a?"Copied":"Select the text to copy it"}},"Copy"),i=[...kn(C(n),t)?[o]:[],Ao(e),r];return[d("p",{class:"\
callsheet-line"},...i)]}function Nn(e,t,n){let{status:r,reason:o,milliseconds:s,content:i,headers:a,mediaType:l}=e,c=a.map(
([p,m])=>d("tr",{},d("th",{scope:"row"},p),d("td",{},m))),u=l?`, ${l}`:"";return[d("p",{class:"callsheet-line"},Tt(r),` ${o}\
 `,d("span",{class:"callsheet-note"},`${Math.round(s)} ms, ${St(i.length)}${u}`)),ko(t),d("details",{},d("summary",{},`H\
eaders (${a.length})`),d("table",{class:"callsheet-headers"},d("tbody",{},...c))),Oo(e,n),...Eo(e)]}function ko({kind:e,
text:t,found:n}){let r=n.map(({path:o,expected:s,got:i})=>d("li",{},d("strong",{},o),`: expected ${s}, got ${i}`));return d(
"div",{class:`callsheet-verdict callsheet-verdict--${e}`},d("p",{},t),...r.length?[d("ul",{},...r)]:[])}var Co={spaceDelimited:" ",pipeDelimited:"|"},No={label:[".","."],matrix:[";",";"]};function Ve(e,{shape:t}){return t===
"object"?vn(e,t):t!=="array"?e:(e.startsWith("[")?vn(e,t):null)??e.split(",").map(r=>r.trim()).filter(Boolean)}function vn(e,t){
try{let n=JSON.parse(e);return He(n)===t?n:null}catch{return null}}function ze(e){return e===null?"":typeof e=="string"?
e:JSON.stringify(e)}function Pn(e){return(Array.isArray(e)?e:Object.entries(e).flat()).map(ze)}function Ln(e,t){let{name:n,
style:r="",explode:o}=e,s=Ve(t,e);if(s===null||typeof s=="string")return[[n,t]];if(r==="deepObject")return At(n,s);if(o)
return(Array.isArray(s)?s.map(l=>[n,l]):Object.entries(s)).map(([l,c])=>[l,ze(c)]);let i=Pn(s);return i.length?[[n,i.join(
Co[r]??",")]]:[]}function At(e,t){return Array.isArray(t)?t.flatMap(n=>At(e,n)):ee(t)?Object.entries(t).flatMap(([n,r])=>At(
`${e}[${n}]`,r)):[[e,ze(t)]]}function Bn(e,t){let{style:n="",explode:r}=e,o=encodeURIComponent(e.name),s=Ve(t,e),i=n==="\
matrix",[a,l]=No[n]??["",","];if(s===null||typeof s=="string"){let p=encodeURIComponent(t);return a+(i?o+(p&&`=${p}`):p)}
let c=p=>encodeURIComponent(ze(p));if(!r){let p=Pn(s).map(c).join(",");return p&&a+(i?`${o}=${p}`:p)}let u=Array.isArray(
s)?s.map(p=>(i?`${o}=`:"")+c(p)):Object.entries(s).map(([p,m])=>`${c(p)}=${c(m)}`);return u.length?a+u.join(l):""}var vo=/auth(?!or(?!iz))|token|cookie|secret|passw|pwd|(api|access|private)[_-]?key|credential|session|^(so[_-]?)?ticket$/i;
function ce(e){return vo.test(e)}function Te(e){let{password:t,token:n,key:r}=A.get();return[t,n,r].some(o=>o&&e.includes(
o))}var Po=new Map([["int32","numeric"],["int64","numeric"],["double","decimal"]]),Lo=/^(accept-(charset|encoding)|access-control-.*|connection|content-length|cookie2?|date|dnt|expect|host|keep-alive|origin|proxy-.*|referer|sec-.*|set-cookie|te|trailer|transfer-encoding|upgrade|via)$/i,
Bo=/^[\t\x20-\x7e]*$/,Rn=0;function te(){return Rn+=1,`callsheet-console-${Rn}`}function H(e,t,n=""){let r=te(),o=d("spa\
n",{id:`${r}-fault`,class:"callsheet-fault",hidden:!0});return t.id=r,t.setAttribute("aria-describedby",`${r}-hint ${r}-\
fault`),{element:d("div",{class:"callsheet-field"},d("label",{for:r},e),d("div",{},t,d("span",{id:`${r}-hint`,class:"cal\
lsheet-note",hidden:!n},n),o)),blame(i){return o.textContent=i,o.hidden=!i,t.setAttribute("aria-invalid",String(!!i)),i}}}
function F(e,t=e){return d("option",{value:e},t)}function _n({type:e,shape:t}){return e==="array"||t==="array"}function Ro(e){
let{name:t,type:n,values:r,required:o}=e;if(r?.length||n==="bool"){let i=r?.length?r:["true","false"];return d("select",
{},F("",o?"Choose …":"not sent"),...i.map(a=>F(a)))}let s={placeholder:_o(e),autocomplete:"off",spellcheck:"false"};return d(
"input",{type:ce(t)?"password":"text",inputmode:Po.get(n??"")??"text",...s})}function _o(e){return e.type==="date-time"?
"2026-11-21T09:30:00Z":_n(e)?"one, two":e.shape==="object"?'{"key": "value"}':e.required?"":"not sent"}function We(e,t,n){
let{name:r,type:o,required:s,shape:i}=e,a=Ro(e),l=t==="header"&&Lo.test(r),c=[o,s&&"required",_n(e)&&"commas between the\
 values",i==="object"&&"an object in JSON",l&&"set by the browser itself"],{element:u,blame:p}=H(r,a,c.filter(Boolean).join(
", "));s&&a.setAttribute("aria-required","true"),a.disabled=l;let m=()=>p(Fo(e,t,a));return a.addEventListener("input",()=>{
a.getAttribute("aria-invalid")==="true"&&m(),n()}),a.addEventListener("change",()=>Z(m)),{name:r,place:t,element:u,check:m,
isSendable:()=>!Fn(t,a.value),get:()=>l?"":a.value,set(h){let $=a instanceof HTMLSelectElement?[...a.options]:null;h&&$&&
!$.some(w=>w.value===h)&&a.append(F(h)),a.value=h,p("")}}}function Fo(e,t,n){let{name:r,required:o}=e,s=n.value;return s?
jo(e,t,s):o&&!n.disabled?`${r} is required.`:""}function jo({name:e,type:t,values:n,shape:r},o,s){let i=Fn(o,s);if(i)return`${e}\
: ${i}.`;if(r==="object"&&Ve(s,{shape:r})===null)return`${e}: expected an object in JSON.`;let a=bn(s,t,n);return a&&`${e}\
: expected ${a}.`}function Fn(e,t){if(e==="path"&&/^\.{1,2}$/.test(t))return`a path cannot have ${t} in it`;let n=Bo.test(
t)&&t===t.trim();return e==="header"&&!n?"expected one line of ASCII characters":""}var Do=20;function Ke(e){return C(e)===be?"application/json":e}function jn(e,t,n,r,o,s){let[i,a]=[t,n].map(Ke);try{if(L(
i)&&U(a))return wt(s,JSON.parse(e));if(U(i)&&L(a))return JSON.stringify(Se(ae(e),r,o),null,2)}catch{}return e}function Dn(e,t,n,r){
if(!e.trim())return n?["The body is missing."]:[];let o=Ke(t),s;try{if(L(o))s=JSON.parse(e);else if(U(o))s=Se(ae(e),n,r);else
return[]}catch(i){return[`The body is no valid ${U(o)?"XML":"JSON"}: ${Et(i)}.`]}return n?Oe(Do,ie(s,n,r)).map(({path:i,
expected:a,got:l})=>`${i}: expected ${a}, got ${l}.`):[]}function Et(e){return e instanceof Error?e.message:String(e)}function Mn(e){
try{return Object.entries(JSON.parse(e)).map(([t,n])=>[t,typeof n=="string"?n:JSON.stringify(n)])}catch{return[]}}function In(e){
try{return ee(JSON.parse(e))}catch{return!1}}var Hn={};window.callsheetFiles=e=>{Hn=e};async function Xn(){try{await _e("console/files.js")}catch(e){reportError(e)}}
function kt(e){let t=C(e),n=Hn[t];if(!n)return null;let[r,o]=n;return new File([Uint8Array.from(atob(o),s=>s.charCodeAt(
0))],r,{type:t})}function Un({name:e,size:t}){return`${e} (${t.toLocaleString("en")} bytes)`}function Ct(e,t,n){let r=kt(
t),o=d("input",{type:"file"}),s=d("span",{class:"callsheet-note",role:"status"}),i=d("button",{type:"button",class:"call\
sheet-button",hidden:!0},""),{element:a,blame:l}=H(e,o,"Or drop a file here.");o.after(s,i),a.classList.add("callsheet-d\
rop");let c=()=>o.files?.[0]??null,u=()=>c()??r,p=()=>l(u()?"":`${e}: choose a file.`),m=()=>{let x=c();x?s.textContent=
`Sends your ${Un(x)}.`:s.textContent=r?`Sends ${Un(r)} of this site.`:"No file is chosen.",a.classList.toggle("callsheet\
-drop--ready",!x&&r!==null),i.hidden=!x||!r,i.textContent=`Send ${r?.name} instead`,u()&&l("")},h=()=>{m(),n()},$=()=>{o.
value="",m()};o.addEventListener("change",h),i.addEventListener("click",()=>{$(),o.focus(),n()});let w=x=>a.classList.toggle(
"callsheet-drop--over",x);return a.addEventListener("dragover",x=>{x.dataTransfer?.types.includes("Files")&&(x.preventDefault(),
w(!0))}),a.addEventListener("dragleave",()=>w(!1)),a.addEventListener("drop",x=>{w(!1),x.dataTransfer?.files.length&&(x.
preventDefault(),o.files=x.dataTransfer.files,h())}),m(),{name:e,element:a,check:p,get:u,own:()=>c()?.name??"",drop:$,retype(x){
r=kt(x)??kt(t),m()}}}async function Jn(e,t){let{body:n,sends:r=[]}=e;if(!n||/^(GET|HEAD)$/.test(e.method))return null;let o=r.find(p=>C(p)===
C(n.type)),s=[...new Set([...r.map(p=>p===o?n.type:p),...o||!n.type?[]:[n.type]])],i=d("select",{},...s.map(p=>F(p))),a=H(
"Content-Type",i);(n.file||n.parts?.files.length)&&await Xn();let l=Mo(e,n,t);i.addEventListener("change",()=>{l.retype?.(
i.value),t()});let u={element:d("fieldset",{},d("legend",{},`Body: ${n.name}`),...s.length?[a.element]:[],...l.elements),
type:()=>i.value,check:()=>l.check(i.value),content:()=>l.content(i.value),text:l.text,set(p,m){s.includes(p)&&(i.value=
p),l.set?l.set(i.value,m):l.retype?.(i.value)},fill(p){u.set(p.type||s[0],p.text??""),l.setFields?.(p.parts?.fields??[]),
u.dropFiles()},isSendable:()=>l.isSendable?.(i.value)??!0,fields:l.fields,setFields:l.setFields,files:()=>(l.files??[]).
map(({own:p})=>p()).filter(Boolean),dropFiles(){for(let p of l.files??[])p.drop()}};return u}function Mo(e,t,n){return t.
file?Uo(t.file,n):t.parts?Ho(t.parts,n):Io(e,t,n)}function Io({sent:e,types:t={}},n,r){let o=te(),s=d("ul",{id:o,class:"\
callsheet-faults",hidden:!0}),i=ln(`Body: ${n.name}`,o,()=>{s.hidden||l(a),r()}),a="",l=u=>{let p=Dn(i.get(),u,e,t);return s.
replaceChildren(...p.map(m=>d("li",{},m))),s.hidden=!p.length,i.area.setAttribute("aria-invalid",String(!!p.length)),p};
i.area.addEventListener("blur",()=>Z(()=>l(a)));let c=(u,p)=>{a=u,i.set(p,Ke(u)),s.hidden=!0,i.area.setAttribute("aria-i\
nvalid","false")};return{elements:[i.area,s],check:l,text:i.get,set:c,retype(u){c(u,jn(i.get(),a,u,e,t,n.name))},content(u){
let p=i.get();return C(u)===be?{form:Mn(p)}:{text:p}},isSendable:u=>C(u)!==be||In(i.get())}}function Uo(e,t){let n=Ct("F\
ile",e,t);return{elements:[n.element],check:()=>[n.check()].filter(Boolean),content(r){let o=n.get();return C(r)!==sn?{file:o}:
{fields:[],files:[["file",o]]}},retype:n.retype,files:[n]}}function Ho({fields:e,files:t},n){let r=e.map(([i])=>We({name:i},
"query",n)),o=t.map(([i,a])=>Ct(i,a,n)),s=()=>r.map(({name:i,get:a})=>[i,a()]).filter(([,i])=>i);return{elements:[...r,...o].
map(({element:i})=>i),check:()=>o.map(i=>i.check()).filter(Boolean),content:()=>({fields:s(),files:o.map(i=>[i.name,i.get()])}),
fields:s,setFields(i){let a=[...i];for(let l of r){let c=a.findIndex(([u])=>u===l.name);l.set(c<0?"":a.splice(c,1)[0][1])}},
files:o}}var Nt="••••••",Vn={name:"file",type:"application/octet-stream"};function ge(e){let t=n=>encodeURIComponent(
n).replaceAll("%24","$");return e.map(([n,r])=>`${t(n)}=${t(r)}`).join("&")}function M({base:e,path:t,query:n}){return e+
t+(n.length?`?${ge(n)}`:"")}function zn(e,t){return e.split(/\{([^{}/]+)\}/).map((n,r)=>r%2?t(n):encodeURI(n).replaceAll(
"%25","%")).join("")}function Wn(e,t){let n=s=>s.map(([i,a])=>{let l=ce(i)||i===e.keyField;return[i,l?Nt:a]}),r={...e,headers:n(
e.headers),query:n(e.query)};if(!t||!e.authorization)return r;let[o]=e.authorization.split(" ");return{...r,basic:e.basic&&
[e.basic[0],Nt],authorization:`${o} ${Nt}`}}function Kn(e){let{body:t}=e;if(!t)return{...e,body:null};let{file:n,files:r,
...o}=t;return{...e,body:{...o,...n!==void 0&&{file:n??Vn},...r&&{files:r.map(([s,i])=>[s,i??Vn])}}}}var qe=Fe("localStorage","callsheet.workspace"),Xo="http://127.0.0.1:8765";function vt(e){let t;try{t=new URL(e,location.
protocol==="file:"?void 0:location.origin)}catch{return null}let{protocol:n,username:r,password:o,search:s,hash:i}=t;return!/^https?:$/.
test(n)||r||o||s||i?null:t.href.replace(/\/+$/,"")}async function Jo(){if(location.protocol==="file:")return!1;try{return(await fetch(
location.pathname,{method:"HEAD",credentials:"omit"})).headers.has("X-Request-Id")}catch{return!1}}async function qn({servers:e}){
let t=e.flatMap(({url:i,name:a})=>{let l=vt(i);return l?[{url:l,name:a}]:[]}),r=(t.some(({url:i})=>i===location.origin)||
!e.length)&&await Jo();if(e.length)return t.map(i=>({...i,isReference:r&&i.url===location.origin}));let o=r?[{url:location.
origin,name:"This site",isReference:r}]:[],s={url:Xo,name:"This machine",isReference:!0};return[...o,s].filter(({url:i},a,l)=>l.
findIndex(c=>c.url===i)===a)}function Vo(){let e=qe.get();if(e!==null)return e;let t=`reader-${[...crypto.getRandomValues(
new Uint32Array(3))].map(n=>n.toString(36)).join("")}`;return qe.set(t),t}function Gn({any:e},t,n){let{base:r}=A.get(),o=r?
vt(r):null,s=O=>t.some(T=>T.url===O),i=t.map(({url:O,name:T})=>F(O,T?`${T} (${O})`:O)),a=d("datalist",{id:te()},...e?i:[]),
l=e?d("input",{type:"url",autocomplete:"off",spellcheck:"false",list:a.id}):d("select",{},...i),c=o&&!e&&!s(o)?`Of your \
values, ${o} is not among the addresses that this site allows.`:"",{element:u,blame:p}=H("Server",l,c);e&&u.append(a);let m=d(
"input",{autocomplete:"off",spellcheck:"false"}),h=H("Workspace",m,"Your changes stay apart from those of other readers.\
 Empty for the one that all share.");l.value=o&&(e||s(o))?o:t[0]?.url??"";let $=()=>{let O=vt(l.value);return O&&(e||s(O))?
O:null},w=()=>t.some(({url:O,isReference:T})=>T&&O===$()),x=()=>{h.element.hidden=!w(),w()&&!m.value&&(m.value=Vo())};m.
addEventListener("input",()=>{h.blame(/^[\x20-\x7e]*$/.test(m.value)?"":"Workspace: expected ASCII characters."),qe.set(
m.value.trim()),n()}),x();let E=()=>p($()?"":"Server: expected an address such as https://example.com/tenant.");return l.
addEventListener("change",()=>{E()||A.set("base",$()??""),Z(x),n()}),{elements:[u,h.element],check:E,get:$,workspace:()=>w()&&
/^[\x20-\x7e]*$/.test(m.value)?m.value.trim():"",set(O,T){(e||s(O))&&(l.value=O),x(),!(!w()||m.value===T)&&(m.value=T,qe.
set(T))}}}function Pt(e){let[,t=""]=/^Basic (\S+)$/i.exec(e)??[];try{let[,n,r]=/^([^:]*):([\x20-\x7e]*)$/.exec(atob(t))??[];return n&&
/^[\x20-\x7e]+$/.test(n)?[n,r]:null}catch{return null}}function zo(e){return e==="Basic"?"Basic: user and password":e===
it?"API key: a header field":`${e}: token`}function Yn(e){return/^(example|none)$/.test(e)?[]:e==="Basic"?["user","passw\
ord"]:e===it?["keyName","key"]:["token"]}function Zn(e,t){let[n]=Pt(e.authorization??"")??[],r=d("select",{},...e.authorization?
[F("example",n?`As ${n}, as in the example`:"As in the example")]:[],...tn().map(h=>F(h,zo(h))),F("none","No credentials")),
o=H("Sign in",r),s=()=>Yn(r.value).length>0,i=[Ae("user","User","text"),Ae("password","Password","password"),Ae("token",
"Token","password"),Ae("keyName","Header field","text","X-API-Key"),Ae("key","Key","password")],a=d("button",{type:"butt\
on",class:"callsheet-button",click(){A.forget(),p(),t()}},"Forget"),l=d("p",{class:"callsheet-note callsheet-line"},"The\
y stay in this tab, and go only to the server above. ",a),c=()=>{let h=Yn(r.value);for(let{name:$,element:w}of i)w.hidden=
!h.includes($);l.hidden=!h.length},u=()=>{let h=A.get();for(let $ of i)$.fill(h[$.name]??"")},p=()=>{let h=A.get();at(h)?
r.value=h.scheme??"Basic":e.authorization?r.value="example":r.value=e.signsIn?"Basic":"none",u(),c()},m=()=>{s()&&A.set(
"scheme",r.value),c()};return r.addEventListener("change",()=>{m(),t()}),p(),{element:d("fieldset",{},d("legend",{},"Cre\
dentials"),o.element,...i.map(({element:h})=>h),l),fill:u,isOwn:s,choice:()=>r.value,choose(h){h!==r.value&&(r.value=h,m())},
field(){return r.value==="none"?null:s()?at({...A.get(),scheme:r.value}):e.authorization?["Authorization",e.authorization]:
null},check:()=>i.map(({element:h,check:$})=>h.hidden?"":$()).filter(Boolean)}}function Ae(e,t,n,r=""){let o=d("input",{
type:n,autocomplete:"off",spellcheck:"false",placeholder:r}),{element:s,blame:i}=H(t,o),a=e==="user"||e==="password"?null:
Be[e],l=c=>!a||a.test(c);return o.addEventListener("input",()=>{let c=o.value.trim(),u=!c||l(c);i(u?"":`${t}: expected ${e===
"keyName"?"letters, digits, - and _":"letters, digits and . _ ~ + / = : -"} only.`),A.set(e,u?c:"")}),{name:e,element:s,
fill(c){o!==document.activeElement&&(o.value=c,i(""))},check(){let c=o.value.trim()||r,u=c&&l(c);return i(u?"":`${t} is \
required, or choose another way to sign in.`)}}}var Wo="Callsheet-Workspace";async function Qn(e,t,n){let r=await qn(t),o=new Map,s=[["path",e.path],["query",e.query],[
"header",e.headers]];for(let[i,a=[]]of s)for(let l of a)o.set(We(l,i,n),l);return{data:e,parameters:o,server:Gn(t,r,n),body:await Jn(
e,n),signing:Zn(e,n),accept:Ko(e,n)}}function Ko({gets:e=[],accept:t},n){if(!e.length)return null;let r=d("select",{change:n},
...e.map(o=>F(o)));return r.value=e.find(o=>o===t)??e.find(L)??e[0],{element:H("Accept",r).element,control:r}}function Ge({
data:e,parameters:t,body:n},r){e.body&&n?.fill(e.body);for(let[o,{value:s=""}]of t)o.set(o.place==="path"&&r[`path:${o.name}`]||
s)}function le({parameters:e},t){return[...e.keys()].filter(n=>n.place===t)}function ye(e){let{data:t,parameters:n,server:r,
body:o,signing:s,accept:i}=e,a=E=>{let O=le(e,"path").find(_=>_.name===E),T=O&&n.get(O),I=O?.get()??"";return T?.style?Bn(
T,I):encodeURIComponent(I)},l=E=>le(e,E).filter(O=>O.get()).flatMap(O=>{let T=n.get(O);return E==="query"&&T?.style?Ln(T,
O.get()):[[O.name,O.get()]]}),c=o?.content()??null,u=o&&c&&!c.files?o.type():"",p=l("header");u&&p.unshift(["Content-Typ\
e",u]),i&&p.unshift(["Accept",i.control.value]);let m=s.field(),h=m?.[0]==="Authorization"?m[1]:"",$=m&&!h?m[0]:"",w=p.filter(
([E])=>E.toLowerCase()!==$.toLowerCase()),x=r.workspace();return{method:t.method,base:r.get()??"",path:zn(t.route,a),query:l(
"query"),headers:[...w,...m&&$?[m]:[],...x?[[Wo,x]]:[]],contentType:u,body:c,authorization:h,keyField:$,basic:Pt(h)}}function Ye({
server:e,parameters:t,body:n,signing:r}){let o=[...t.keys()].map(s=>s.check());return[e.check(),...o,...n?.check()??[],...r.
check()].filter(Boolean)}function Lt({server:e,parameters:t,body:n}){return!!e.get()&&[...t.keys()].every(r=>r.isSendable())&&
(n?.isSendable()??!0)}function er(e){let t=A.get(),n=le(e,"path").filter(({get:o})=>Be.path.test(o())),r=n.filter(o=>{let s=t[`\
path:${o.name}`]??e.parameters.get(o)?.value;return o.get()!==s});return r.length?(A.setHere(n.map(({name:o,get:s})=>[`p\
ath:${o}`,s()])),r.map(({name:o,get:s})=>`${o} ${s()}`)):[]}var qo=6;function tr(e,t){let{data:n,parameters:r,server:o,body:s,signing:i,accept:a}=e,l=_=>{let{required:D,value:Le}=r.
get(_)??{};return!!(D||Le)},c=le(e,"query"),u=d("h2",{tabindex:"-1",id:te()},"Try it"),p=d("button",{type:"button",class:"\
callsheet-button","aria-label":"Close the console"},"×"),m=d("p",{role:"status",class:"callsheet-say callsheet-say--qui\
et"}),h=d("button",{type:"submit",class:"callsheet-button callsheet-primary",title:"Ctrl+Enter","aria-keyshortcuts":"Con\
trol+Enter Meta+Enter"},"Send"),$=Rt("Send anyway"),w=Rt("Reset to the example"),x=Rt("Cancel"),E=d("div",{class:"callsh\
eet-answer"}),O=d("div",{}),T=d("form",{novalidate:!0},...o.elements,...Bt("Path",le(e,"path")),...Bt("Query",c,c.length>
qo&&!c.some(l)),...s?[s.element]:[],...a?[a.element]:[],i.element,...Bt("More headers",le(e,"header"),!0),d("p",{class:"\
callsheet-line"},h,x,$,w));if(n.body&&!s){let _=`Browsers send no body with ${n.method}.`;T.append(d("p",{class:"callshe\
et-note"},_))}return{section:d("section",{class:"callsheet-console",id:te(),"aria-labelledby":u.id,"data-search-exclude":!0},
d("div",{class:"callsheet-console-title"},u,p),d("div",{class:"callsheet-console-columns"},T,d("div",{class:"callsheet-c\
onsole-beside"},m,E,t,O))),form:T,title:u,status:m,answer:E,history:O,sendButton:h,anywayButton:$,resetButton:w,cancelButton:x,
closeButton:p}}function Bt(e,t,n=!1){if(!t.length)return[];let r=t.map(({element:o})=>o);return n?[d("details",{},d("sum\
mary",{},`${e} (${t.length})`),d("fieldset",{"aria-label":e},...r))]:[d("fieldset",{},d("legend",{},e),...r)]}function Rt(e){
return d("button",{type:"button",class:"callsheet-button",hidden:!0},e)}var Go=2e4;function nr(e){return e.length>Go||Te(e)||(e.match(/"([^"\\]|\\.)*"(?=\s*:)|<[\w:.-]+/g)??[]).some(n=>ce(n.replace(
/["<]/g,"")))?void 0:e}function Ze(e,t){return!ce(e)&&!Te(t)}function rr({place:e,name:t}){return`${e}:${t}`}function fe({
parameters:e,server:t,body:n,signing:r,accept:o}){let s=[...e.keys()].filter(h=>h.get()),i=s.filter(h=>Ze(h.name,h.get())),
a=n?.text?.(),l=a===void 0?void 0:nr(a),c=n?.fields?.(),u=c?.filter(([h,$])=>Ze(h,$)&&nr($)!==void 0),m=[...[...s.filter(
h=>!i.includes(h)).map(({name:h})=>h),...c?.filter(h=>!u?.includes(h)).map(([h])=>h)??[]],...a!==void 0&&l===void 0?["th\
e body"]:[],...(n?.files()??[]).map(h=>`the file ${h}`)];return{base:t.get()??"",workspace:t.workspace(),fields:i.map(h=>[
rr(h),h.get()]),accept:o?.control.value??"",sign:r.choice(),credentials:r.isOwn()?A.get().mark??"":"",type:n?.type()??"",
...l!==void 0&&{text:l},...u&&{parts:u},lacks:m}}function Ee({base:e,workspace:t,credentials:n,...r}){return JSON.stringify(
r)}function _t(e,t){let{parameters:n,server:r,body:o,signing:s,accept:i}=e,a=new Map(t.fields);for(let p of n.keys())p.set(
a.get(rr(p))??"");r.set(t.base,t.workspace),i&&(i.control.value=t.accept),s.choose(t.sign),o?.dropFiles(),o?.set(t.type,
t.text??""),o?.setFields?.(t.parts??[]);let l=fe(e),c=p=>JSON.stringify(l[p])!==JSON.stringify(t[p]),u=[...t.lacks];return c(
"base")?u.push(`the server ${t.base}`):c("workspace")&&u.push(`the workspace ${t.workspace}`),c("sign")?u.push(`the sign\
-in ${t.sign}`):c("credentials")&&u.push("the credentials"),(c("fields")||c("parts"))&&u.push("fields that this page no \
longer has"),(c("accept")||c("type"))&&u.push("a media type that this page no longer has"),u}var Yo=20,Zo=20;function or(e,t){let n=Fe("sessionStorage",e);return{get(){try{let r=JSON.parse(n.get()??"");return Array.
isArray(r)?r.filter(({state:o})=>o?.fields):[]}catch{return[]}},set(r){n.set(r.length?JSON.stringify(r.slice(0,t)):null)}}}
var Qe=or("callsheet.history",Yo),ke={get:Qe.get,add(e){Qe.set([e,...Qe.get()])},clear(){Qe.set([])}},Ft=or("callsheet.d\
rafts",Zo),et={get:e=>Ft.get().find(t=>t.uid===e)?.state,set(e,t){let n=Ft.get().filter(r=>r.uid!==e);Ft.set(t?[{uid:e,state:t},
...n]:n)}};function sr(e,t,n,r){let o=n.query.filter(([i,a])=>Ze(i,a)),s=n.path+(o.length?`?${ge(o)}`:"");return{uid:e,status:r,
time:new Date().toTimeString().slice(0,8),page:location.pathname,method:n.method,target:Te(n.path)?"…":s,state:t}}function ir(e,t,n){let r=ke.get(),o=a=>d("span",{class:"callsheet-note"},a),s=r.map(a=>d("li",{},Zt(a.method),d("code",{},
a.target),a.status?Tt(a.status):o("no answer"),o(a.time),a.uid===e?d("button",{type:"button",class:"callsheet-button",click:()=>t(
a),"aria-label":`Repeat ${a.method} ${a.target}`},"Repeat"):d("a",{href:a.page},"Its page"))),i=d("button",{type:"button",
class:"callsheet-button",click:n},"Clear");return d("details",{class:"callsheet-history",hidden:!r.length},d("summary",{},
`History of this session (${r.length})`),d("ul",{},...s),d("p",{class:"callsheet-line"},i,o("Secrets, files, and bodies \
above 20 kB are not remembered.")))}var Ce=/(?! )[\p{C}\p{Z}]/gu,jt={"\n":"\\n","\r":"\\r","	":"\\t"},Qo=50;function tt(e,t){return e.toString(16).padStart(
t,"0")}function es(e){let t=e.codePointAt(0)??0;return t<=255?`\\x${tt(t,2)}`:t<=65535?`\\u${tt(t,4)}`:`\\U${tt(t,8)}`}function B(e){
let t=e.split('"').length>e.split("'").length?"'":'"',n=e.replaceAll("\\","\\\\").replaceAll(t,`\\${t}`).replace(Ce,r=>jt[r]??
es(r));return t+n+t}function ts(e){return e.split("").map(t=>`\\u${tt(t.charCodeAt(0),4)}`).join("")}function v(e){return`\
"${e.replaceAll("\\","\\\\").replaceAll('"','\\"').replaceAll("</","<\\/").replace(Ce,n=>jt[n]??ts(n))}"`}function j(e){
return v(e).replaceAll("<\\/","</")}function X(e){return ar(e)?`'${e.replace(/[\\']/g,"\\$&")}'`:`"${e.replace(/[\\"$]/g,
"\\$&").replace(Ce,n=>{let r=n.codePointAt(0)??0;return jt[n]??`\\u{${r.toString(16)}}`})}"`}var ns={"\n":"`n","\r":"`r",
"	":"`t"};function R(e){return ar(e)?`'${e.replace(/['\u2018-\u201b]/g,"$&$&")}'`:`"${e.replace(/[`$"\u201c-\u201e]/g,"`\
$&").replace(Ce,n=>{let r=n.codePointAt(0)??0;return ns[n]??`\`u{${r.toString(16)}}`})}"`}function ar(e){return e.search(
Ce)<0}function K(e){return/^[A-Za-z0-9_./:@%+,-]+$/.test(e)?e:`'${e.replaceAll("\0","�").replaceAll("'","'\\''")}'`}function nt(e,t){
try{JSON.parse(e)}catch{return!1}let n=0;for(let{token:r}of xe(e,je)){r==="{"||r==="["?n+=1:(r==="}"||r==="]")&&(n-=1);let o=/^-?\d/.
test(r)?Math.abs(Number(r)):0;if(n>Qo||!Number.isFinite(o)||/^-?\d+$/.test(r)&&o>t)return!1}return!0}function cr(e,t){let n="";
for(let{token:r,end:o}of xe(e,je)){let s=r[0]==='"'&&/^\s*:/.test(e.slice(o,o+99));n+=t(r,s)}return n.trim()}var rs={true:"\
True",false:"False",null:"None"};function lr(e){return cr(e,t=>t[0]==='"'?B(JSON.parse(t)):rs[t]??t)}function fr(e){return cr(
e,(t,n)=>{if(t[0]!=='"')return t;let r=JSON.parse(t);return n&&r==="__proto__"?'["__proto__"]':v(r)})}function ur(e){return e.
match(/[^\n]*\n|[^\n]+$/g)??[""]}function rt(e,t){return e.replaceAll(`
`,`
${t}`)}function dr(e){let{method:t,basic:n,body:r}=e,o=V(e),[s,i]=De(e),a=s.map(([p,m])=>`request.Headers.TryAddWithoutValidati\
on(${j(p)}, ${j(m)});`),l=[];if(n){l.push("System.Net.Http.Headers","System.Text");let p=`Encoding.UTF8.GetBytes(${j(n.join(
":"))})`;a.push(`request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(${p}));`)}
r&&a.push(...os(r,i,l));let c=o?`await File.WriteAllBytesAsync(${j(o)}, await response.Content.ReadAsByteArrayAsync());`:
"Console.WriteLine(await response.Content.ReadAsStringAsync());",u=[...new Set(l)].sort().map(p=>`using ${p};`);return`${u.
length?`${N(u)}
`:""}using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(${J}) };
using var request = new HttpRequestMessage(new HttpMethod(${j(t)}), ${j(M(e))});
${N(a)}
using var response = await client.SendAsync(request);
Console.WriteLine($"{(int)response.StatusCode} {response.ReasonPhrase}");
${c}
`}function os(e,t,n){let r=i=>`await File.ReadAllBytesAsync(${j(i)})`,o=i=>i?` { Headers = { ContentType = MediaTypeHead\
erValue.Parse(${j(i)}) } }`:"";if(n.push("System.Net.Http.Headers"),e.form)return[`request.Content = new FormUrlEncodedC\
ontent([${e.form.map(a=>`new(${a.map(j).join(", ")})`).join(", ")}]);`];if(e.file)return[`request.Content = new ByteArra\
yContent(${r(e.file.name)})${o(t)};`];if(!e.files)return n.push("System.Text"),[`request.Content = new ByteArrayContent(${`\
Encoding.UTF8.GetBytes(${ss(e.text??"")})`})${o(t)};`];let s=["var form = new MultipartFormDataContent();"];for(let[i,a]of e.
fields??[])s.push(`form.Add(new StringContent(${j(a)}), ${j(i)});`);for(let[i,a]of e.files){let l=`new ByteArrayContent(${r(
a.name)})${o(a.type)}`;s.push(`form.Add(${l}, ${j(i)}, ${j(a.name)});`)}return[...s,"request.Content = form;"]}function ss(e){
return!he(e)||e.includes('"""')?j(e):`"""
${e}
"""`}function pr(e){let{method:t,body:n,basic:r}=e,o=M(e),s=V(e),i=l=>`"${l.replace(/[\\"]/g,"\\$&")}"`,a=[`curl --silent --s\
how-error --max-time ${J}${/[[\]{}]/.test(o)?" --globoff":""}`];t==="HEAD"?a.push("--head"):t!==(n?"POST":"GET")&&a.push(
`--request ${K(t)}`),r&&a.push(`--user ${K(r.join(":"))}`);for(let[l,c]of z(e))a.push(`--header ${K(c?`${l}: ${c}`:`${l}\
;`)}`);if(!n&&/^(POST|PUT|PATCH)$/.test(t)&&a.push("--header 'Content-Length: 0'"),n?.form){for(let[l,c]of n.form)a.push(
`--data-urlencode ${K(`${encodeURIComponent(l)}=${c}`)}`);n.form.length||a.push("--data ''")}else if(n?.file)a.push(`--d\
ata-binary ${K(`@${n.file.name}`)}`);else if(n?.files){for(let[l,c]of n.fields??[])a.push(`--form-string ${K(`${l}=${c}`)}`);
for(let[l,{name:c,type:u}]of n.files)a.push(`--form ${K(`${l}=@${i(c)}${u?`;type=${u}`:""}`)}`)}else n&&(e.contentType||
a.push("--header Content-Type:"),a.push(`--data-raw ${K(n.text??"")}`));return s&&a.push(`--output ${s}`),a.push(K(o)),`${a.
join(` \\
  `)}
`}function mr(e){let{method:t,base:n,path:r,query:o,body:s,authorization:i}=e,{host:a,pathname:l}=new URL(n),c=l.replace(/\/$/,
"")+r+(o.length?`?${ge(o)}`:""),m=[["Host",a],...i?[["Authorization",i]]:[],...e.headers].map(([$,w])=>`${$}: ${w}`),h=hr(
s);return`${t} ${c} HTTP/1.1
${N(m)}${h?`
${h}
`:""}`}function hr(e){return e?.form?ge(e.form):e?.text!==void 0?e.text:e?.file?`< ${e.file.name}`:e?.files?.map(([t,{name:n}])=>`\
< ${t}: ${n}`).join(`
`)}function gr(e){let{method:t,body:n}=e,r=l=>l.replaceAll("{{","%7B%7B"),o=e.authorization,s=z({...e,basic:null,authorization:o});
n?.files&&s.push(["Content-Type",`multipart/form-data; boundary=${me}`]);let i=s.map(([l,c])=>`${l}: ${c}`),a=n?.files?Me(
n).map(l=>typeof l=="string"?l.replaceAll(`\r
`,`
`):`< ./${l.file}`).join(""):n?.file?`< ./${n.file.name}`:hr(n);return`${t} ${r(M(e))}
${N(i)}${a?`
${a.trimEnd()}
`:""}`}function Dt(e){let{method:t,body:n,basic:r}=e,o=V(e),s=[],i=t==="GET"?[]:[`method: ${v(t)},`],a=z(e).map(([m,h])=>`  ${v(
m)}: ${v(h)},`);r&&a.push(`  Authorization: \`Basic \${btoa(${v(r.join(":"))})}\`,`),a.length&&i.push("headers: {",...a,
"},");let l=([m,h])=>`[${v(m)}, ${v(h)}]`;if(n?.form)i.push(`body: new URLSearchParams([${n.form.map(l).join(", ")}]),`);else if(n?.
file)i.push(`body: await readFile(${v(n.file.name)}),`);else if(n?.files){s.push("const form = new FormData();");for(let[
m,h]of n.fields??[])s.push(`form.append(${v(m)}, ${v(h)});`);for(let[m,{name:h,type:$}]of n.files)s.push(`form.append(${v(
m)}, new Blob([await readFile(${v(h)})], { type: ${v($)} }), ${v(h)});`);i.push("body: form,")}else n&&i.push(`body: ${is(
n.text??"",e)},`);i.push(`signal: AbortSignal.timeout(${J}_000),`);let c=[(n?.file||n?.files?.length)&&"readFile",o&&"wr\
iteFile"].filter(Boolean),u=c.length?`import { ${c.join(", ")} } from "node:fs/promises";

`:"",p=o?`await writeFile(${v(o)}, Buffer.from(await response.arrayBuffer()));`:"console.log(await response.text());";return`${u}${N(
s)}const response = await fetch(${v(M(e))}, {
${N(i.map(m=>`  ${m}`))}});
console.log(response.status, response.statusText);
${p}
`}function is(e,{contentType:t}){return L(t)&&nt(e,Number.MAX_SAFE_INTEGER)?`JSON.stringify(${rt(fr(e),"  ")})`:t?v(e):`\
new TextEncoder().encode(${v(e)})`}function yr(e){let{method:t,body:n,basic:r}=e,o=V(e),s=as(e),i=z(e).map(([c,u])=>u?`${c}: ${u}`:`${c};`);$r(n)?i.push(`C\
ontent-Type: multipart/form-data; boundary=${me}`):n&&!n.files&&!e.contentType&&i.push("Content-Type:"),!n&&/^(POST|PUT|PATCH)$/.
test(t)&&i.push("Content-Length: 0");let a=[];t==="HEAD"?a.push("CURLOPT_NOBODY => true,"):(t!=="GET"||n)&&a.push(`CURLO\
PT_CUSTOMREQUEST => ${X(t)},`),i.length&&a.push("CURLOPT_HTTPHEADER => [",...i.map(c=>`    ${X(c)},`),"],"),r&&a.push(`C\
URLOPT_USERPWD => ${X(r.join(":"))},`),n&&a.push("CURLOPT_POSTFIELDS => $body,"),a.push("CURLOPT_RETURNTRANSFER => true,",
`CURLOPT_TIMEOUT => ${J},`);let l=o?`file_put_contents(${X(o)}, $answer);`:'echo $answer, "\\n";';return`<?php
declare(strict_types=1);

${s}$curl = curl_init(${X(M(e))});
curl_setopt_array($curl, [
${N(a.map(c=>`    ${c}`))}]);
$answer = curl_exec($curl);
if ($answer === false) {
    throw new RuntimeException(curl_error($curl));
}
echo curl_getinfo($curl, CURLINFO_RESPONSE_CODE), "\\n";
${l}
`}function $r(e){let t=[...e?.fields??[],...e?.files??[]].map(([n])=>n);return new Set(t).size<t.length||t.length===0&&!!e?.
files}function as({body:e}){if(!e)return"";let t=o=>`file_get_contents(${X(o)})`;if(e.file)return`$body = ${t(e.file.name)}\
;
`;if(e.form)return`$body = ${X(new URLSearchParams(e.form).toString())};
`;if(!e.files)return`$body = ${cs(e.text??"")};
`;if($r(e)){let o=Me(e).map(s=>typeof s=="string"?X(s):t(s.file));return`$body = implode('', [
${N(o.map(s=>`    ${s},`))}]);
`}let n=(e.fields??[]).map(o=>o.map(X).join(" => ")),r=e.files.map(([o,s])=>`${X(o)} => new CURLFile(${[s.name,s.type,s.
name].map(X).join(", ")})`);return`$body = [
${N([...n,...r].map(o=>`    ${o},`))}];
`}function cs(e){return!he(e)||/^\s*BODY/m.test(e)?X(e):`<<<'BODY'
${e}
BODY`}function br(e){let{method:t,basic:n,body:r}=e,o=V(e),[s,i]=De(e),a=s.map(([u,p])=>`${ls(u)} = ${R(p)}`);if(n){let p=`[Te\
xt.Encoding]::UTF8.GetBytes(${R(n.join(":"))})`;a.push(`Authorization = 'Basic ' + [Convert]::ToBase64String(${p})`)}let c=[
`${/^(GET|HEAD|POST|PUT|DELETE|TRACE|OPTIONS|MERGE|PATCH)$/.test(t)?"Method":"CustomMethod"} = ${R(t)}`,`Uri = ${R(M(e))}`];
return a.length&&c.push("Headers = @{",...a.map(u=>`    ${u}`),"}"),i&&c.push(`ContentType = ${R(i)}`),r?.file?c.push(`I\
nFile = ${R(r.file.name)}`):r&&c.push("Body = $body"),o&&c.push(`OutFile = ${R(o)}`,"PassThru = $true"),c.push(`TimeoutS\
ec = ${J}`,"SkipHeaderValidation = $true","SkipHttpErrorCheck = $true"),`#Requires -Version 7
$ErrorActionPreference = 'Stop'

${fs(e)}$request = @{
${N(c.map(u=>`    ${u}`))}}
$response = Invoke-WebRequest @request
"$($response.StatusCode) $($response.StatusDescription)"
${o?"":`$response.Content
`}`}function ls(e){return/^[A-Za-z]+$/.test(e)?e:R(e)}function fs({body:e}){if(!e||e.file)return"";if(e.form)return`$bod\
y = ${R(new URLSearchParams(e.form).toString())}
`;if(!e.files){let n=e.text??"";return`$body = [Text.Encoding]::UTF8.GetBytes(${he(n)&&!/^'@/m.test(n)?`@'
${n}
'@`:R(n)})
`}let t=["$body = [System.Net.Http.MultipartFormDataContent]::new()"];for(let[n,r]of e.fields??[]){let o=`[System.Net.Ht\
tp.StringContent]::new(${R(r)})`;t.push(`$body.Add(${o}, ${R(n)})`)}for(let[n,r]of e.files){let o=`[IO.File]::ReadAllByt\
es((Convert-Path -LiteralPath ${R(r.name)}))`;t.push(`$file = [System.Net.Http.ByteArrayContent]::new(${o})`),t.push(`$f\
ile.Headers.ContentType = ${R(r.type)}`),t.push(`$body.Add($file, ${R(n)}, ${R(r.name)})`)}return N(t)}var wr=/^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/;function xr(e){let{method:t,base:n,path:r,query:o,body:s,basic:i}=e,
a=V(e),l=a||s?.file||s?.files?.length,c=[B(n+r)];wr.test(t)||c.unshift(B(t));let u=(w,x,E)=>c.push(`${w}=${x[0]}
${N(E.map(O=>`        ${O},`))}    ${x[1]}`),p=([w,x])=>`(${B(w)}, ${B(x)})`;o.length&&u("params","[]",o.map(p));let m=z(
e).map(([w,x])=>`${B(w)}: ${B(x)}`);if(m.length&&u("headers","{}",m),s?.form)u("data","[]",s.form.map(p));else if(s?.file)
c.push(`data=Path(${B(s.file.name)}).read_bytes()`);else if(s?.files){let w=(s.fields??[]).map(([E,O])=>`(${B(E)}, (None\
, ${B(O)}))`),x=s.files.map(([E,{name:O,type:T}])=>{let I=B(O);return`(${B(E)}, (${I}, Path(${I}).read_bytes(), ${B(T)})\
)`});u("files","[]",[...w,...x])}else s&&c.push(us(s.text??"",e));i&&c.push(`auth=(${i.map(B).join(", ")})`),c.push(`tim\
eout=${J}`);let h=wr.test(t)?t.toLowerCase():"request",$=a?`response.raise_for_status()
Path(${B(a)}).write_bytes(response.content)`:"print(response.text)";return`${l?`from pathlib import Path

`:""}import requests

response = requests.${h}(
${N(c.map(w=>`    ${w},`))})
print(response.status_code, response.reason)
${$}
`}function us(e,{contentType:t}){if(L(t)&&e.trim()!=="null"&&nt(e,1/0))return`json=${rt(lr(e),"    ")}`;let n=ur(e).map(
B);return n.length===1?`data=${n[0]}.encode()`:`data=(
${N(n.map(r=>`        ${r}`))}    ).encode()`}var Mt={Python:xr,curl:pr,PowerShell:br,JavaScript:Dt,TypeScript:Dt,"C#":dr,PHP:yr,"HTTP file":gr,HTTP:mr},Or={Python:".\
py",curl:".sh",PowerShell:".ps1",JavaScript:".mjs",TypeScript:".mts","C#":".cs",PHP:".php","HTTP file":".http",HTTP:".tx\
t"};function Sr(e){let t=d("select",{"aria-label":"Language",change:()=>s()},...Object.keys(Mt).map(c=>F(c))),n=d("code",{}),
r=pe(),o=c=>c.base?Mt[t.value](Kn(c)):"",s=()=>{l.open&&(n.textContent=o(Wn(ye(e()),e().signing.isOwn())))},i=d("button",
{type:"button",class:"callsheet-button",async click(){let c=await Re(o(ye(e())));r.textContent=c?"Copied":"Select the te\
xt to copy it"}},"Copy"),a=d("button",{type:"button",class:"callsheet-button",click:()=>en(o(ye(e())),`request${Or[t.value]}`)},
"Save"),l=d("details",{class:"callsheet-program",toggle:()=>s()},d("summary",{},"The request as code"),d("p",{class:"cal\
lsheet-line"},t,i,a,r),d("pre",{class:"highlight",tabindex:"0",dir:"ltr","aria-label":"Program"},n));return{element:l,refresh:s}}function ds(e){if(!e)return;if(e.form)return new URLSearchParams(e.form);if(e.text!==void 0)return new TextEncoder().encode(
e.text);if(e.file!==void 0)return e.file?new Blob([e.file]):void 0;let t=new FormData;for(let[n,r]of e.fields??[])t.append(
n,r);for(let[n,r]of e.files??[])r&&t.append(n,r);return t}async function Tr(e,t){let n=new Headers(e.headers);e.authorization&&
n.set("Authorization",e.authorization);let r=performance.now(),o=await fetch(M(e),{method:e.method,headers:n,body:ds(e.body),
signal:t,credentials:"omit",referrerPolicy:"no-referrer",redirect:"manual",cache:"no-store"}),s=new Uint8Array(await o.arrayBuffer());
return{response:o,content:s,milliseconds:performance.now()-r}}async function ps(e,t){try{return await fetch(`${e}/`,{mode:"\
no-cors",credentials:"omit",referrerPolicy:"no-referrer",cache:"no-store",signal:t}),!0}catch{return!1}}function It(e){return/^(localhost|127(\.\d+){3}|\[::1\])$/.
test(e)}async function Ar(e,t,n){let{origin:r,protocol:o}=location,{origin:s,protocol:i,hostname:a,port:l}=new URL(e),c=o===
"file:"?"null":r,u=`callsheet serve --port ${l||"8765"} --cors-origin ${c}`;if(n)return[`This page's Content-Security-Po\
licy does not let it ask ${s}.`,["Whoever serves this site has to name that origin under ",Ne("connect-src"),"."]];if(o===
"https:"&&i==="http:"&&!It(a))return["A page of https: cannot ask a server of http: (mixed content).",["Use the server's\
 https: address, or open this page from http:."]];if(!navigator.onLine&&!It(a))return["The browser is offline.",["Connec\
t to the network and send again."]];if(s!==r&&await ps(e,t))return[`${s} answers, but does not let pages of this origin \
(${c}) read its answers (CORS).`,["Of the reference server, allow it with ",Ne(u),"; of another server, add ",Ne(c)," to\
 the origins that it allows. The request may have been carried out."]];let p=o==="file:"?"This page comes from a disk, s\
o a server is needed. ":"",m=It(a)?["Start the reference server with ",Ne(u)," and send again."]:["Is the address right,\
 and can you reach it from here? To try the reference server instead, start ",Ne(`callsheet serve --cors-origin ${c}`),"\
 and choose its address."];return[`No server answers at ${e}.`,[p,...m]]}function Ne(e){return d("code",{},e)}var ms=20;function kr(e,{status:t,mediaType:n,content:r}){let{statuses:o=[],ranges:s=[],gets:i=[],got:a,types:l={}}=e,c=[
...o,...s],u=s.some(h=>h==="default"||h[0]===String(t)[0]);if(c.length&&!o.includes(t)&&!u)return[{path:"status",expected:c.
join(" or "),got:String(t)}];let p=C(n);if(t===204||t===205||t===304||e.method==="HEAD")return[];if(t>=400)return L(p)&&
r.length?Er(r,p,void 0,{}):[];let m=i.map(C);return m.length&&(p||a)&&!m.includes(p)?[{path:"media type",expected:m.join(
" or "),got:p||"none"}]:a&&!r.length?[{path:"body",expected:"a body",got:"nothing"}]:Er(r,p,a,l)}function Er(e,t,n,r){let o=we(
e,t);try{if(U(t))ae(o);else if(L(t)){let s=JSON.parse(o);return n?Oe(ms,ie(s,n,r)).map(i=>({...i,path:`body ${i.path}`})):
[]}return[]}catch(s){return[{path:"body",expected:U(t)?"well-formed XML":"JSON",got:Et(s)}]}}function Cr(e,t,{faults:n,isChanged:r}){let o=kr(e,t),{status:s}=t,i=s>=400&&s<500;if(i&&r&&o.some(({path:c})=>c==="stat\
us")){let c=n.length?"Refused, as your input is not what the page allows":"Refused; your input is not that of the exampl\
e",u=`. The page does not document ${s}.`;return{kind:"neutral",text:c+u,said:`refused, ${s} is not documented`,found:[]}}
if(o.length)return{kind:"bad",text:"Not as documented:",said:`${`${o.length} ${o.length===1?"difference":"differences"}`}\
 from the page`,found:o};let a=!!(e.statuses?.length||e.ranges?.length);return i&&a?{kind:"neutral",text:`Refused, as do\
cumented for ${s}.`,said:"refused as documented",found:o}:n.length&&s<400?{kind:"neutral",text:`As documented for ${s}, \
although the page does not allow this input.`,said:"as documented",found:o}:{kind:"good",text:a?`As documented for ${s}.`:
"The page documents no status.",said:"as documented",found:o}}async function vr(e,t,n,r){let o=Sr(()=>i),s,i=await Qn(t,r,()=>{o.refresh(),s&&Pr(s)}),a=tr(i,o.element);Ge(i,{});let l=Ee(
fe(i)),c=i.signing.choice();Ge(i,A.get()),n.setAttribute("aria-controls",a.section.id);let u={uid:e,button:n,form:i,parts:a,
program:o,example:l,sign:c,refused:"",abort:null};return hs(u),ve(u),gs(u),o.refresh(),s=u,u}function hs(e){let{form:t,parts:n}=e;
n.form.addEventListener("submit",r=>{r.preventDefault(),$s(e)}),n.anywayButton.addEventListener("click",()=>Ht(e,Ye(t))),
n.resetButton.addEventListener("click",()=>ys(e)),n.cancelButton.addEventListener("click",()=>e.abort?.abort()),n.closeButton.
addEventListener("click",()=>Xt(e)),n.section.addEventListener("keydown",r=>{r.key==="Escape"&&e.abort?.abort()}),n.form.
addEventListener("keydown",r=>{r.key!=="Enter"||!(r.ctrlKey||r.metaKey)||(r.preventDefault(),r.stopPropagation(),n.form.
requestSubmit())},{capture:!0})}function Pr({uid:e,form:t,parts:n,example:r,refused:o}){let s=fe(t),i=Ee(s);et.set(e,i===
r?null:s),n.resetButton.hidden=i===r,i!==o&&(n.anywayButton.hidden=!0)}function gs({uid:e,form:t,parts:n}){let r=et.get(
e);if(!r)return;let o=r.credentials?t.signing.choice():r.sign,{base:s,workspace:i}=fe(t),a=/^(example|none)$/.test(o)?"":
A.get().mark??"",c=_t(t,{...r,...{base:s,workspace:i,sign:o,credentials:a}});n.resetButton.hidden=!1,G(n,`Your last inpu\
t is back${c.length?`, without ${Ut(c)}`:""}.`)}function ys(e){let{uid:t,form:n,parts:r,program:o}=e;Ge(n,A.get()),n.signing.
choose(e.sign),et.set(t,null),r.resetButton.hidden=!0,r.anywayButton.hidden=!0,o.refresh(),G(r,"The fields are those of \
the example."),r.sendButton.focus()}function Ut(e){let t=e.at(-1)??"";return e.length>1?`${e.slice(0,-1).join(", ")} and\
 ${t}`:t}function $s(e){if(e.abort)return;let t=Ye(e.form);t.length?Lr(e,t):Ht(e,[])}async function Ht(e,t){let{uid:n,form:r,
parts:o}=e;if(e.abort)return;o.anywayButton.hidden=!0;let s=fe(r),i=Ee(s)!==e.example||r.signing.isOwn(),a=new AbortController;
e.abort=a,Je(),o.answer.replaceChildren(),G(o,"Sending …"),o.sendButton.setAttribute("aria-disabled","true"),o.cancelButton.
hidden=!1;let l=ye(r),c=await ws(e,l,a.signal,{faults:t,isChanged:i});e.abort=null,o.sendButton.removeAttribute("aria-di\
sabled"),document.activeElement===o.cancelButton&&o.sendButton.focus(),o.cancelButton.hidden=!0,ke.add(sr(n,s,l,c)),ve(e),
c&&!t.length&&bs(e)}function bs({form:e,parts:t}){let n=er(e);if(!n.length)return;let r=d("button",{type:"button",class:"\
callsheet-button",click(){A.setHere([]),s.remove(),t.sendButton.focus()}},"Undo"),o=`The samples of this page now have ${Ut(
n)}. `,s=d("p",{class:"callsheet-note callsheet-line"},o,r);t.answer.append(s)}function G({status:e},t,n=!1){e.textContent=
t,e.classList.toggle("callsheet-say--quiet",n)}function Lr(e,t){let{form:n,parts:r}=e;e.refused=Ee(fe(n)),r.answer.replaceChildren(),
G(r,`Not sent: ${t.length===1?t[0]:`${t.length} entries need a change.`}`),r.anywayButton.hidden=!Lt(n);let o=r.section.
querySelector('[aria-invalid="true"]'),s=o?.closest("details");s&&(s.open=!0),o?.focus()}async function ws({form:e,parts:t},n,r,o){
let s=!1,i=a=>{s||=a.effectiveDirective==="connect-src"};document.addEventListener("securitypolicyviolation",i);try{let{
response:a,content:l,milliseconds:c}=await Tr(n,r);return a.type==="opaqueredirect"?(Nr(t,"The server answers with a red\
irect, which is not followed: credentials stay with the server that they are for.",["Is the address of the server right?"]),
0):(xs(e.data,t,a,l,c,o),a.status)}catch{return r.aborted?G(t,"Cancelled. The server may have carried it out."):(await new Promise(
a=>{setTimeout(a,50)}),Nr(t,...await Ar(n.base,r,s))),0}finally{document.removeEventListener("securitypolicyviolation",i)}}
function Nr(e,t,n){G(e,`No answer to read. ${t}`),e.answer.replaceChildren(d("p",{class:"callsheet-verdict callsheet-ver\
dict--bad"},...n))}function xs(e,t,n,r,o,s){let{status:i,statusText:a}=n,l=n.headers.get("Content-Type")??"",c=[...n.headers],
u={status:i,reason:a,content:r,milliseconds:o,headers:c,mediaType:l},p=Cr(e,u,s),m=typeof e.got=="object"&&!!e.got.contentEncoding;
G(t,`Answer: ${i} ${a}, ${p.said}.`,!0),t.answer.replaceChildren(...Nn(u,p,m))}function ve(e){let{uid:t,parts:n}=e,r=n.history.
querySelector("details")?.open??!1,s=ir(t,i=>Os(e,i),()=>{ke.clear(),ve(e),G(n,"The history is cleared.",!0),n.title.focus()});
s.open=r,n.history.replaceChildren(s)}function Os(e,t){let{abort:n,form:r,parts:o,program:s}=e;if(n)return;let i=_t(r,t.
state);s.refresh(),Pr(e);let a=Ye(r);i.length?(o.answer.replaceChildren(),G(o,`Not sent: the history does not have ${Ut(
i)}. Complete the request, and send it.`),o.sendButton.focus()):Lt(r)?Ht(e,a):Lr(e,a)}function Xt({parts:e,button:t}){e.
section.hidden=!0,t.setAttribute("aria-expanded","false"),t.focus()}function Pe(e){let{type:t,properties:n,anyOf:r,...o}=typeof e=="string"?{type:e}:e,s=o;if(typeof t=="string"){let[i,a]=t.
replace("?","").split(" "),l=i;s.type=t.endsWith("?")?[l,"null"]:l,a&&(s.format=a)}else t&&(s.type=t);n&&(s.properties=Rr(
n)),r&&(s.anyOf=r.map(Pe));for(let i of["items","additionalProperties"]){let a=o[i];a&&a!==!0&&(s[i]=Pe(a))}return s}function Rr(e){
return Object.fromEntries(Object.entries(e).map(([t,n])=>[t,Pe(n)]))}function Br(e){return typeof e=="string"?{name:e}:Array.
isArray(e)?{name:e[0],type:e[1]}:e}function _r({query:e,headers:t,sent:n,got:r,types:o,...s}){return{...s,...e&&{query:e.
map(Br)},...t&&{headers:t.map(Br)},...n&&{sent:Pe(n)},...r&&{got:Pe(r)},...o&&{types:Rr(o)}}}function Fr(e){return`${e.replace(
/^\.|[^A-Za-z0-9._-]|_(?=x)/gu,n=>`_x${n.codePointAt(0)?.toString(16).toUpperCase()}_`)}.js`}var jr=new WeakMap,Dr=new Map,ne=null;async function Ss(e,t){let n=jr.get(e);if(n?.parts.section.isConnected&&!n.parts.section.
hidden){Xt(n);return}let r=n??await Ts(e,t);r.parts.section.hidden=!1,e.setAttribute("aria-expanded","true"),ne=r,r.form.
signing.fill(),ve(r),r.parts.title.focus()}async function Ts(e,t){let n=e.closest("[data-callsheet-uid]"),{callsheetUid:r="",
callsheetFile:o}=n.dataset;await _e(`console/${o??Fr(r)}`);let s=Dr.get(r);if(!s)throw new Error(`There is no data of ${r}`);
let i=await vr(r,_r(s),e,t);return e.closest(".callsheet-route")?.after(i.parts.section),jr.set(e,i),i}function As(e){on(),
window.callsheet.toggleConsole=t=>Ss(t,e),A.onChange(()=>{ne?.parts.section.isConnected&&(ne.form.signing.fill(),ne.program.
refresh())}),Qt(()=>{!ne||ne.parts.section.isConnected||(ne.abort?.abort(),Je(),ne=null)})}window.callsheetConsole=(e,t)=>{
Dr.set(e,t)};window.callsheet.startConsole=As;})();
