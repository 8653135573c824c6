/*! Made by `make javascript`: sources f4a22bf71a9ccc6a, code ffc1ef1a4ad493f2 */
"use strict";(()=>{var{API_KEY:ie,IN_PAGE:re,VALID:ae,all:ce,assetUrl:le,badge:D,breakable:Y,codeText:he,copy:pe,credentials:fe,each:ue,icon:de,
languageOf:ge,load:j,loadStyle:me,make:d,onPage:we,openDialog:ye,operationFile:$e,placeholders:be,save:Oe,schemes:Se,siteUrl:R,
statusNote:ke,storedText:xe,values:Ee}=window.callsheet;var St=new Set("a about an and any anybody api are as at be before but by call can could did do does endpoint for from g\
ive has have how i if in into is it its just like method need of on only or operation our out please request should so s\
ome somebody somehow someone something than that the their them then there these they this those to us want was we what \
when where whether which who whose why will with without would you your".split(" ")),kt=["upload send save store","image\
 picture photo photograph portrait avatar","delete remove erase destroy discard clear empty wipe purge away","list all e\
very overview","create add new insert make register attach","update change edit modify rename set replace save assign gi\
ve grant switch toggle","get read fetch show retrieve download view return load","find search query lookup get","discard\
 revert undo cancel withdraw revoke remove","activate enable","deactivate disable","check validate verify valid","test t\
ry ping","merge combine join unite","notify tell inform","run execute start","lock checkout","person people","file attac\
hment","user login","right permission privilege","size length bytes","download stream","kind type","choose chosen select\
 pick","company organization organisation","copy duplicate clone","reject decline refuse deny","approve accept","restore\
 undelete recover bring","cancel abort stop kill terminate","mail email","id identifier","available possible supported",
"license licence","many several multiple various","my mine myself"],xt=new Set(["new","every"]),G=Object.freeze({GET:"ge\
t",HEAD:"get",POST:"create",PUT:"update",PATCH:"update",DELETE:"delete"}),Et=40,At="upload",V=/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{N}+|[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\u30fc]|[\p{Lo}\p{Lm}]+/gu,
vt=/^[ -~]*$/,Tt=/\p{M}+/gu,Lt=/['’]s\b/g;function S(e){return((vt.test(e)?e:e.normalize("NFKD").replace(Tt,"")).replace(
Lt,"").match(V)??[]).map(o=>o.toLowerCase())}var B=new Map;function g(e){let t=B.get(e);return t===void 0&&(t=Mt(e),B.set(
e,t)),t}function q(e){return/[ts]$/.test(e)?[e,`${e}ion`]:[e]}function Mt(e){if(e.length<4||e.length>Et)return e;let t=e.
replace(/(?<=^.{5,})ly$/,"").replace(/(?:ie[sd])$/,"y").replace(/(ss|x|ch|sh|z)es$/,"$1").replace(/([^aeious]|[aeo])s$/,
"$1"),s=/^(.*[aeiouy].*?)(?:ing|ed)$/.exec(t);return s&&s[1].length>2&&(t=s[1].replace(/([^aeiouls])\1$/,"$1")),t.replace(
/(?<=^.{4,}[ts])ion$/,"").replace(/(?<=...)e$/,"")}var W=new Map;for(let e of kt){let t=e.split(" "),s=t.filter(o=>!xt.has(
o)).map(g);for(let o of t.map(g))W.set(o,new Set([...W.get(o)??[],...s]))}function E(e){return W.get(e)??[e]}var It=new Set(
["get","create","update","delete","list","find",At].flatMap(e=>[...E(g(e))]));function k(e){return It.has(e)}function X(e){
let t=[],s=0;for(let{0:o,index:n}of e.matchAll(V))n>s&&t.push({part:e.slice(s,n),stemmed:""}),t.push({part:o,stemmed:g(o.
toLowerCase())}),s=n+o.length;return s<e.length&&t.push({part:e.slice(s),stemmed:""}),t}function Q(e){let t=S(e),s=t.filter(
o=>!St.has(o));return s.length?s:t}function J(e,t){if(Math.abs(e.length-t.length)>1)return!1;let s=0;for(;s<e.length&&e[s]===
t[s];)s+=1;let o=e.slice(s),n=t.slice(s);if(e.length!==t.length)return e.length>t.length?o.slice(1)===n:n.slice(1)===o;let c=o[0]===
n[1]&&o[1]===n[0];return o.slice(1)===n.slice(1)||c&&o.slice(2)===n.slice(2)}var K={operation:{name:$phrase`Operations`,badge:$phrase`Operation`,shown:30,count:e=>e===1?$phrase`1 operation`:$phrase`${e} operations`},
type:{name:$phrase`Types`,badge:$phrase`Type`,shown:5,count:e=>e===1?$phrase`1 type`:$phrase`${e} types`},section:{name:$phrase`Pages`,
badge:$phrase`Page`,shown:10,count:e=>e===1?$phrase`1 page or heading`:$phrase`${e} pages and headings`}},Nt={path:$phrase`Path`,
query:$phrase`Query`,header:$phrase`Header`,cookie:$phrase`Cookie`,request:$phrase`Body`,response:$phrase`Response`,property:$phrase`Property`,
example:$phrase`Example`},Pt=/[^\p{L}\p{N}_.-]+/gu,A=class{#e;#s;#t=[];#o=-1;#r="";#n=!0;#a=!1;#p;#i;#l=d("input",{type:"\
checkbox",checked:""});#c=!1;constructor(t,s,o){this.#e=t,this.#s=s,this.#p=o,this.#i=o.find(([a])=>location.href.startsWith(
R(a)));let{dialog:n,input:c,last:i,list:h}=t;if(this.#c=i==="Enter",h.after(Ct()),this.#i){let a=$phrase`Only ${this.#i[1]}`;
c.after(d("label",{class:"callsheet-note"},this.#l," ",a)),this.#l.addEventListener("change",()=>this.#h())}c.addEventListener(
"input",()=>{this.#c=!1,this.#h()}),c.addEventListener("keydown",a=>this.#d(a)),h.addEventListener("click",a=>{let{ctrlKey:l,
metaKey:r,shiftKey:u,target:p}=a;p instanceof Element&&p.closest("a")&&!l&&!r&&!u&&n.close()})}progress(t,s){this.#r=t?$phrase` Loading …`:
s?$phrase` Some results cannot be loaded.`:"",this.#n=t,this.#h(),this.#c&&!t&&this.#e.dialog.open&&this.#t[this.#o]?.click()}#h(){
let{input:t,list:s,said:o}=this.#e,n=t.value.trim(),c=({url:u})=>!this.#i||!this.#l.checked||u.startsWith(this.#i[0]),i=this.#s.
operations.filter(c),h=n?this.#s.search(n,c):i.map(u=>({entry:u,score:0,used:new Set,row:null})),a=new Map;for(let u of h){
let p=a.get(u.entry.kind);p?p.push(u):a.set(u.entry.kind,[u])}this.#t=[],s.replaceChildren(...[...a].map(([u,p])=>this.#f(
u,p))),s.hidden=!this.#t.length,s.scrollTop=0,t.setAttribute("aria-expanded",String(!s.hidden));let l=this.#t.length,r=[
...a].map(([u,{length:p}])=>K[u].count(p)).join(", ");r?h.length>l?r=$phrase`${r}, the first ${l} below.`:r=$phrase`${r}.`:
r=$phrase`Nothing found. Other words, a part of a path or a uid may find it.`,o.textContent=r+this.#r,this.#a=!1,this.#u(
n&&this.#t.length?0:-1)}#f(t,s){let{name:o,shown:n}=K[t],c=d("ul",{role:"group","aria-label":o});for(let h of s.slice(0,
n)){let a=Dt(h,this.#p);a.id=`callsheet-result-${this.#t.length}`,this.#t.push(a),c.append(d("li",{role:"none"},a))}let i=d(
"p",{class:"callsheet-note","aria-hidden":"true"},o);return d("div",{role:"presentation"},i,c)}#d(t){if(t.isComposing)return;
let o={ArrowDown:1,ArrowUp:-1}[t.key];if(t.key==="Enter")t.preventDefault(),this.#n&&!this.#a?this.#c=!0:this.#t[this.#o]?.
click();else if(o&&this.#t.length){t.preventDefault();let n=this.#o<0&&o<0?this.#t.length-1:this.#o+o;this.#u(Math.max(0,
Math.min(n,this.#t.length-1))),this.#a=!0}}#u(t){this.#t[this.#o]?.setAttribute("aria-selected","false"),this.#o=t;let s=this.#t[t],
{input:o}=this.#e;if(!s){o.removeAttribute("aria-activedescendant");return}s.setAttribute("aria-selected","true"),s.scrollIntoView(
{block:"nearest"}),o.setAttribute("aria-activedescendant",s.id)}};function Ct(){let e=s=>d("kbd",{},s),t=[e("/"),$phrase` or `,
e($phrase`Ctrl K`),$phrase` opens the search, `,e("↑")," ",e("↓"),$phrase` move, `,e($phrase`Enter`),$phrase` goes to the page, `,
e($phrase`Esc`),$phrase` closes.`];return d("p",{class:"callsheet-note callsheet-keys"},...t)}function Dt({entry:e,used:t,
row:s},o){let{kind:n,title:c,about:i,method:h}=e,a=n==="operation"?D(h):D(K[n].badge),l=d("span",{},d("strong",{},..._(c,
t)));i&&l.append(d(n==="operation"?"code":"small",{},..._(i,t)));let r=o.find(([p])=>e.url.startsWith(p));if(r&&l.append(
d("small",{},r[1])),s){let p=d("code",{},..._(s.name,t));l.append(d("small",{class:"callsheet-row"},`${Nt[s.table]} `,p))}
let u=R(e.url)+(s?Rt(s):"");return d("a",{role:"option",href:u,tabindex:"-1","aria-selected":"false"},a,l)}function Rt({
table:e,name:t}){return e==="example"?"":`#${e}-${t.replace(Pt,"")}`}function _(e,t){return X(e).flatMap(({part:s,stemmed:o},n)=>o&&
t.has(o)?d("mark",{},s):n&&s.startsWith("/")?[d("wbr"),s]:Y(s))}var Z=/^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\s+(?=\S*\/)/i,Wt=/^\{[^{}]*\}$/;function tt(e){return e.split(/[?#]/,
1)[0].split("/").filter(Boolean)}function _t(e,t){let[s,o]=e.length>t.length?[e,t]:[t,e],n=s.slice(s.length-o.length),[c,
i]=s===e?[n,t]:[e,n],h=0;for(let a=0;a<c.length;a+=1){let l=i[a].replace(/\{[^{}]*\}/g,"{}").toLowerCase(),r=c[a].replace(
/\{[^{}]*\}/g,"{}").toLowerCase();if(l===r)h+=Wt.test(i[a])?0:1;else if(!Kt(l,r))return-1}return h}function Kt(e,t){let s=e.
split("{}");if(s.length===1)return!1;let[o,n]=[s[0],s[s.length-1]];return t.length>=o.length+n.length&&t.startsWith(o)&&
t.endsWith(n)}function et(e,t){let s=t.trim(),o=s.split(/[#/]/).filter(Boolean).at(-1)?.toLowerCase(),n=e.filter(({uid:r})=>o&&
r.toLowerCase()===o);if(n.length&&(!/\s/.test(s)||s.startsWith("http")))return n;let c=Z.exec(s)?.[0].trim().toUpperCase()??
"",i=s.replace(Z,"");if(!i.includes("/")||/\s/.test(i))return[];let h=tt(i.replace(/^[a-z][a-z+.-]*:\/\/[^/]*/i,"")),a=e.
filter(r=>!c||r.method===c).map(r=>({operation:r,fit:_t(h,tt(r.about))})).filter(({fit:r})=>r>0),l=Math.max(0,...a.map(({
fit:r})=>r));return a.filter(({fit:r})=>r===l).map(({operation:r})=>r)}var zt={operation:5,type:1,section:3};function st({kind:e,rows:t,tables:s}){let o=1+zt[e];return t.map(n=>{let[c,i,h,a,l,
r]=n,u=n.slice(o).map(m=>s[Number(m)]),p={kind:e,url:c,about:"",method:"",uid:"",words:"",tables:u};return e==="type"?{...p,
title:i}:e==="section"?{...p,title:i,about:h,words:a}:{...p,method:i,about:h,uid:a,title:l,words:r}})}var b=3,Ft=2.8,ot=2,nt=3,Ut=1.6,z=1,T=.8,Ht=g("several"),at="#";function M(e,t,s){(e.get(t)??0)<s&&e.set(t,s)}function x(e){
return`${at}${e}`}function ct(e){return e.startsWith(at)}var it=new Map;function I(e){let t=it.get(e);if(!t){let s=S(e);
t=s.map(g),s.length>1&&t.push(g(s.join(""))),it.set(e,t)}return t}var L=class{rows=[];#e;#s=[];constructor(t){this.entry=
t}get stems(){if(!this.#e){let t=new Map,s=F(this.entry,(o,n)=>M(t,o,n));this.#s=s.map(o=>new Set(o)),this.#e=t}return this.#e}get names(){
return this.stems&&this.#s}};function F(e,t){return rt(t,e.words),e.kind==="operation"?Yt(e,t):(e.kind==="section"&&rt(t,
e.about),[v(t,e.title,b)])}function rt(e,t){for(let s of S(t))e(g(s),Ut)}function v(e,t,s){let o=I(t);for(let n of o)e(n,
s);return o.length>1?o.slice(0,-1):o}function Yt({method:e,about:t,title:s,uid:o},n){let c=t.split("?")[0].split("/").filter(
Boolean),i=c.filter(p=>!p.includes("{")),h=i.at(-1)??"",a=i.map(p=>v(n,p,p===h?b:ot));for(let p of c)p.includes("{")&&v(
n,p,z);/[^s]s$/.test(h)&&n(Ht,z);let l=o.split("_").map((p,m)=>v(n,p,m?b:z));n(g(e.toLowerCase()),b);let r=(a.at(-1)??[]).
some(k);S(s).forEach((p,m)=>{let f=g(p);k(f)?n(f,m?T:r?b:Ft):n(f,m?ot:b)});let u=G[e];if(u&&!r){let p=c.at(-1)===h;n(x(g(
u)),u==="create"&&!p?T:nt),u==="get"&&p&&n(x("list"),nt)}return[a.flat(),l.flat()]}function lt(e,t){for(let[s,...o]of e.
tables){let n=o.find(c=>I(c).includes(t));if(n!==void 0)return{table:s,name:n}}return null}var ht=.85,jt=.75,U=.7,Bt=.3,Gt=1,Vt=4,qt=.5,Xt=.25,Qt=1.5,dt=.1,Jt=3,pt=.5,Zt=1.5,te=1.05,ee=1.25,N=class{#e=[];#s=new Map;#t=new Map;#o=new Map;add(t){
this.#o.clear();let s=new Map;for(let o of t.tables){let n=new Set(o.slice(1).flatMap(I)),c=[];s.set(o,{rows:n,users:c});
for(let i of n)O(this.#t,i).push(c)}for(let o of st(t)){let n=new L(o);for(let c of o.tables){let i=s.get(c);i&&(i.users.
push(n),n.rows.push(i.rows))}this.#e.push(n),F(o,c=>{let i=O(this.#s,c);i.at(-1)!==n&&i.push(n)})}}get operations(){return this.#e.
filter(({entry:s})=>s.kind==="operation").map(({entry:s})=>s)}#r(t){let s=this.#o.get(t);if(!s){s=new Set(this.#s.get(t));
for(let o of this.#t.get(t)??[])for(let n of o)s.add(n);this.#o.set(t,s)}return s}#n(t){return this.#s.has(t)||this.#t.has(
t)}*#a(){yield*this.#s.keys();for(let t of this.#t.keys())this.#s.has(t)||(yield t)}search(t,s=()=>!0){let o=et(this.operations.
filter(s),t);if(o.length)return o.map(f=>({entry:f,score:1,used:new Set,row:null}));let n=this.#h(t),c=new Set,i=n.filter(
f=>!f.isAction);for(let{matches:f}of i.length?i:n)for(let y of f.keys())for(let w of this.#r(y))s(w.entry)&&c.add(w);let h=ft(
n.map(({weight:f})=>f)),a=[...c].map(f=>this.#p(f,n,h)),l=Math.max(0,...a.map(({covered:f})=>f)),r=a.filter(({covered:f})=>f>=
l*qt),u=n.some(f=>f.isAction),p=t.trim().toLowerCase();for(let f of r)f.entry.title.toLowerCase()===p?f.score*=Zt:!u&&f.
entry.method==="GET"&&(f.score*=te);r.sort((f,y)=>y.score-f.score);let m=(r[0]?.score??0)*Xt;return se(r.filter(({score:f})=>f>=
m),u)}#p({entry:t,stems:s,rows:o,names:n},c,i){let h=0,a=0,l=null,r=new Set;for(let{matches:f,weight:y}of c){let w=0,P="";
for(let[$,$t]of f){let bt=!s.has($)&&o.some(Ot=>Ot.has($)),C=(s.get($)??(bt?T*this.#c($):0))*$t;C>0&&r.add($),C>w&&([w,P]=
[C,$])}h+=w*y,w>0&&(a+=y),w>0&&!s.has(P)&&(l??=lt(t,P))}let u=i?a/i:0,p=Math.min(...n.map(f=>this.#i(f,r))),m=a?a/(a+p):
0;return{entry:t,row:l,used:r,covered:a,score:h/(i||1)*(.3+.7*u)*(1-pt+pt*m)}}#i(t,s){return ft([...t].map(o=>s.has(o)?0:
this.#l(o)-dt))}#l(t){return ut(this.#s.get(t)?.length??0,this.#e.length)}#c(t){return Math.max(Bt,1-this.#r(t).size/this.#e.
length)}#h(t){let s=Q(t),o=new Map;for(let n=0;n<s.length;n+=1){let c=g(s[n]),i=s[n+1]??"",h=g(s[n]+i);!i||!this.#n(h)?O(
o,c):this.#n(c)&&this.#n(g(i))?(O(o,c).push(h),O(o,g(i)).push(h)):(O(o,h),n+=1)}return[...o].map(([n,c])=>{let i=this.#f(
n);for(let h of c)M(i.matches,h,1);return i})}#f(t){let s=new Map,o=(l,r)=>{this.#n(l)&&M(s,l,r)};for(let l of E(t))o(l,
ht),o(x(l),1);if(o(t,1),t.length>=Gt)for(let l of this.#a())l.length>t.length&&l.startsWith(t)&&o(l,jt*(.5+.5*t.length/l.
length));if(!s.size&&t.length>=Vt){for(let l of this.#a())if(q(l).some(r=>J(r,t))){for(let r of E(l))o(r,U*ht),o(x(r),U);
o(l,U)}}let n=[...s.keys()].flatMap(l=>this.#s.get(l)??[]),c=n.length?[]:[...s.keys()].flatMap(l=>[...this.#r(l)]),i=new Set(
[...n,...c]),h=k(t)||[...s.keys()].some(l=>ct(l)),a=ut(i.size,this.#e.length);return{matches:s,weight:h?Math.max(a,Qt):a,
isAction:h}}};function se(e,t){let o=["operation","type","section"].map(a=>e.filter(({entry:l})=>l.kind===a)),[n]=o,c=(n[0]?.
score??0)*ee,i=o.slice(1).sort(([a],[l])=>(l?.score??0)-(a?.score??0));return(t||c>=(i[0][0]?.score??0)?[n,...i]:[i[0],n,
i[1]]).flat()}function O(e,t){let s=e.get(t);return s||(s=[],e.set(t,s)),s}function ft(e){return e.reduce((t,s)=>t+s,0)}
function ut(e,t){return Math.min(Jt,dt+Math.log((1+t)/(1+e)))}var gt=new N,mt=null,H=0,wt=[],yt=0;function oe(){let e=!1,t=()=>mt?.progress(yt<H&&!e,e);for(let s=0;s<H;s+=1)j(`search\
/${s}.js`).then(t,()=>{e=!0,t()});t()}window.callsheetSearch=e=>{gt.add(e),yt+=1};window.callsheet.startSearch=(e,t=[])=>{
H=e,wt=t};window.callsheet.attachSearch=e=>{mt=new A(e,gt,wt),oe()};})();
