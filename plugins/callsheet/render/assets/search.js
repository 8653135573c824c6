/*! Made by `make javascript`: sources ca3f9acbe6c05461, code f729c8e3196e270b */
"use strict";(()=>{var{API_KEY:ne,IN_PAGE:ie,VALID:re,all:ae,assetUrl:ce,badge:D,breakable:H,codeText:le,copy:he,credentials:pe,each:fe,icon:ue,
languageOf:de,load:Y,loadStyle:ge,make:d,onPage:me,openDialog:we,operationFile:ye,placeholders:$e,save:be,schemes:Oe,siteUrl:R,
statusNote:Se,storedText:xe,values:ke}=window.callsheet;var St=new Set("a about an and any anybody api are as at be before but by call can could did do does endpoint for from g\
ive has have how i if in into is it its just like me method my need of on only or operation our out please request shoul\
d so some somebody somehow someone something than that the their them then there these they this those to us want was we\
 what when where whether which who whose why will with without would you your".split(" ")),xt=["upload send save store",
"image picture photo photograph portrait avatar","delete remove erase destroy discard","list all every overview","create\
 add new insert make register","update change edit modify set replace save assign give grant","get read fetch show retri\
eve download view return load","find search query lookup get","discard revert undo cancel withdraw revoke remove","activ\
ate enable","deactivate disable","check validate verify valid","test try ping","merge combine join unite","notify tell i\
nform","run execute start","lock checkout","person people","file attachment","user login","right permission privilege","\
size length bytes","kind type","company organization organisation","copy duplicate clone","reject decline refuse deny","\
approve accept","restore undelete recover","cancel abort stop","mail email"],kt=new Set(["new","every"]),B=Object.freeze(
{GET:"get",HEAD:"get",POST:"create",PUT:"update",PATCH:"update",DELETE:"delete"}),Et=40,At="upload",G=/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{N}+|[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\u30fc]|[\p{Lo}\p{Lm}]+/gu,
Tt=/^[ -~]*$/,vt=/\p{M}+/gu,Mt=/['’]s\b/g;function S(e){return((Tt.test(e)?e:e.normalize("NFKD").replace(vt,"")).replace(
Mt,"").match(G)??[]).map(o=>o.toLowerCase())}var j=new Map;function g(e){let t=j.get(e);return t===void 0&&(t=Lt(e),j.set(
e,t)),t}function q(e){return/[ts]$/.test(e)?[e,`${e}ion`]:[e]}function Lt(e){if(e.length<4||e.length>Et)return e;let t=e.
replace(/(?:ie[sd])$/,"y").replace(/(ss|x|ch|sh|z)es$/,"$1").replace(/([^aeious]|[aeo])s$/,"$1"),s=/^(.*[aeiouy].*?)(?:ing|ed)$/.
exec(t);return s&&s[1].length>2&&(t=s[1].replace(/([^aeiouls])\1$/,"$1")),t.replace(/(?<=^.{4,}[ts])ion$/,"").replace(/(?<=...)e$/,
"")}var W=new Map;for(let e of xt){let t=e.split(" "),s=t.filter(o=>!kt.has(o)).map(g);for(let o of t.map(g))W.set(o,new Set(
[...W.get(o)??[],...s]))}function E(e){return W.get(e)??[e]}var It=new Set(["get","create","update","delete","list","fin\
d",At].flatMap(e=>[...E(g(e))]));function x(e){return It.has(e)}function V(e){let t=[],s=0;for(let{0:o,index:n}of e.matchAll(
G))n>s&&t.push({part:e.slice(s,n),stemmed:""}),t.push({part:o,stemmed:g(o.toLowerCase())}),s=n+o.length;return s<e.length&&
t.push({part:e.slice(s),stemmed:""}),t}function X(e){let t=S(e),s=t.filter(o=>!St.has(o));return s.length?s:t}function Q(e,t){
if(Math.abs(e.length-t.length)>1)return!1;let s=0;for(;s<e.length&&e[s]===t[s];)s+=1;let o=e.slice(s),n=t.slice(s);if(e.
length!==t.length)return e.length>t.length?o.slice(1)===n:n.slice(1)===o;let a=o[0]===n[1]&&o[1]===n[0];return o.slice(1)===
n.slice(1)||a&&o.slice(2)===n.slice(2)}var K={operation:{name:$phrase`Operations`,badge:$phrase`Operation`,shown:30,count:e=>e===1?$phrase`1 operation`:$phrase`${e} operations`},
type:{name:$phrase`Types`,badge:$phrase`Type`,shown:5,count:e=>e===1?$phrase`1 type`:$phrase`${e} types`},section:{name:$phrase`Pages`,
badge:$phrase`Page`,shown:10,count:e=>e===1?$phrase`1 page or heading`:$phrase`${e} pages and headings`}},Nt={path:$phrase`Path`,
query:$phrase`Query`,header:$phrase`Header`,cookie:$phrase`Cookie`,request:$phrase`Body`,response:$phrase`Response`,property:$phrase`Property`,
example:$phrase`Example`},Pt=/[^\p{L}\p{N}_.-]+/gu,A=class{#e;#s;#t=[];#o=-1;#r="";#n=!0;#a=!1;#p;#i;#c=d("input",{type:"\
checkbox",checked:""});#l=!1;constructor(t,s,o){this.#e=t,this.#s=s,this.#p=o,this.#i=o.find(([h])=>location.href.startsWith(
R(h)));let{dialog:n,input:a,list:i}=t;if(i.after(Ct()),this.#i){let h=$phrase`Only ${this.#i[1]}`;a.after(d("label",{class:"\
callsheet-note"},this.#c," ",h)),this.#c.addEventListener("change",()=>this.#h())}a.addEventListener("input",()=>{this.#l=
!1,this.#h()}),a.addEventListener("keydown",h=>this.#d(h)),i.addEventListener("click",h=>{let{ctrlKey:l,metaKey:c,shiftKey:r,
target:u}=h;u instanceof Element&&u.closest("a")&&!l&&!c&&!r&&n.close()})}progress(t,s){this.#r=t?$phrase` Loading …`:
s?$phrase` Some results cannot be loaded.`:"",this.#n=t,this.#h(),this.#l&&!t&&this.#e.dialog.open&&this.#t[this.#o]?.click()}#h(){
let{input:t,list:s,said:o}=this.#e,n=t.value.trim(),a=({url:u})=>!this.#i||!this.#c.checked||u.startsWith(this.#i[0]),i=this.#s.
operations.filter(a),h=n?this.#s.search(n,a):i.map(u=>({entry:u,score:0,used:new Set,row:null})),l=new Map;for(let u of h){
let p=l.get(u.entry.kind);p?p.push(u):l.set(u.entry.kind,[u])}this.#t=[],s.replaceChildren(...[...l].map(([u,p])=>this.#f(
u,p))),s.hidden=!this.#t.length,s.scrollTop=0,t.setAttribute("aria-expanded",String(!s.hidden));let c=this.#t.length,r=[
...l].map(([u,{length:p}])=>K[u].count(p)).join(", ");r?h.length>c?r=$phrase`${r}, the first ${c} below.`:r=$phrase`${r}.`:
r=$phrase`Nothing found. Other words, a part of a path or a uid may find it.`,o.textContent=r+this.#r,this.#a=!1,this.#u(
n&&this.#t.length?0:-1)}#f(t,s){let{name:o,shown:n}=K[t],a=d("ul",{role:"group","aria-label":o});for(let h of s.slice(0,
n)){let l=Dt(h,this.#p);l.id=`callsheet-result-${this.#t.length}`,this.#t.push(l),a.append(d("li",{role:"none"},l))}let i=d(
"p",{class:"callsheet-note","aria-hidden":"true"},o);return d("div",{role:"presentation"},i,a)}#d(t){if(t.isComposing)return;
let o={ArrowDown:1,ArrowUp:-1}[t.key];if(t.key==="Enter")t.preventDefault(),this.#n&&!this.#a?this.#l=!0:this.#t[this.#o]?.
click();else if(o&&this.#t.length){t.preventDefault();let n=this.#o<0&&o<0?this.#t.length-1:this.#o+o;this.#u(Math.max(0,
Math.min(n,this.#t.length-1))),this.#a=!0}}#u(t){this.#t[this.#o]?.setAttribute("aria-selected","false"),this.#o=t;let s=this.#t[t],
{input:o}=this.#e;if(!s){o.removeAttribute("aria-activedescendant");return}s.setAttribute("aria-selected","true"),s.scrollIntoView(
{block:"nearest"}),o.setAttribute("aria-activedescendant",s.id)}};function Ct(){let e=s=>d("kbd",{},s),t=[e("/"),$phrase` or `,
e($phrase`Ctrl K`),$phrase` opens the search, `,e("↑")," ",e("↓"),$phrase` move, `,e($phrase`Enter`),$phrase` goes to the page, `,
e($phrase`Esc`),$phrase` closes.`];return d("p",{class:"callsheet-note callsheet-keys"},...t)}function Dt({entry:e,used:t,
row:s},o){let{kind:n,title:a,about:i,method:h}=e,l=n==="operation"?D(h):D(K[n].badge),c=d("span",{},d("strong",{},..._(a,
t)));i&&c.append(d(n==="operation"?"code":"small",{},..._(i,t)));let r=o.find(([p])=>e.url.startsWith(p));if(r&&c.append(
d("small",{},r[1])),s){let p=d("code",{},..._(s.name,t));c.append(d("small",{class:"callsheet-row"},`${Nt[s.table]} `,p))}
let u=R(e.url)+(s?Rt(s):"");return d("a",{role:"option",href:u,tabindex:"-1","aria-selected":"false"},l,c)}function Rt({
table:e,name:t}){return e==="example"?"":`#${e}-${t.replace(Pt,"")}`}function _(e,t){return V(e).flatMap(({part:s,stemmed:o},n)=>o&&
t.has(o)?d("mark",{},s):n&&s.startsWith("/")?[d("wbr"),s]:H(s))}var J=/^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\s+(?=\S*\/)/i,Wt=/^\{[^{}]*\}$/;function Z(e){return e.split(/[?#]/,1)[0].
split("/").filter(Boolean)}function _t(e,t){let[s,o]=e.length>t.length?[e,t]:[t,e],n=s.slice(s.length-o.length),[a,i]=s===
e?[n,t]:[e,n],h=0;for(let l=0;l<a.length;l+=1){let c=i[l].replace(/\{[^{}]*\}/g,"{}").toLowerCase(),r=a[l].replace(/\{[^{}]*\}/g,
"{}").toLowerCase();if(c===r)h+=Wt.test(i[l])?0:1;else if(!Kt(c,r))return-1}return h}function Kt(e,t){let s=e.split("{}");
if(s.length===1)return!1;let[o,n]=[s[0],s[s.length-1]];return t.length>=o.length+n.length&&t.startsWith(o)&&t.endsWith(n)}
function tt(e,t){let s=t.trim(),o=s.split(/[#/]/).filter(Boolean).at(-1)?.toLowerCase(),n=e.filter(({uid:r})=>o&&r.toLowerCase()===
o);if(n.length&&(!/\s/.test(s)||s.startsWith("http")))return n;let a=J.exec(s)?.[0].trim().toUpperCase()??"",i=s.replace(
J,"");if(!i.includes("/")||/\s/.test(i))return[];let h=Z(i.replace(/^[a-z][a-z+.-]*:\/\/[^/]*/i,"")),l=e.filter(r=>!a||r.
method===a).map(r=>({operation:r,fit:_t(h,Z(r.about))})).filter(({fit:r})=>r>0),c=Math.max(0,...l.map(({fit:r})=>r));return l.
filter(({fit:r})=>r===c).map(({operation:r})=>r)}var zt={operation:5,type:1,section:3};function et({kind:e,rows:t,tables:s}){let o=1+zt[e];return t.map(n=>{let[a,i,h,l,c,
r]=n,u=n.slice(o).map(m=>s[Number(m)]),p={kind:e,url:a,about:"",method:"",uid:"",words:"",tables:u};return e==="type"?{...p,
title:i}:e==="section"?{...p,title:i,about:h,words:l}:{...p,method:i,about:h,uid:l,title:c,words:r}})}var b=3,Ft=2.8,st=2,ot=3,Ut=1.6,nt=1,v=.8,at="#";function L(e,t,s){(e.get(t)??0)<s&&e.set(t,s)}function k(e){return`${at}${e}`}
function ct(e){return e.startsWith(at)}var it=new Map;function I(e){let t=it.get(e);if(!t){let s=S(e);t=s.map(g),s.length>
1&&t.push(g(s.join(""))),it.set(e,t)}return t}var M=class{rows=[];#e;#s=[];constructor(t){this.entry=t}get stems(){if(!this.#e){
let t=new Map,s=z(this.entry,(o,n)=>L(t,o,n));this.#s=s.map(o=>new Set(o)),this.#e=t}return this.#e}get names(){return this.
stems&&this.#s}};function z(e,t){return rt(t,e.words),e.kind==="operation"?Ht(e,t):(e.kind==="section"&&rt(t,e.about),[T(
t,e.title,b)])}function rt(e,t){for(let s of S(t))e(g(s),Ut)}function T(e,t,s){let o=I(t);for(let n of o)e(n,s);return o.
length>1?o.slice(0,-1):o}function Ht({method:e,about:t,title:s,uid:o},n){let a=t.split("?")[0].split("/").filter(Boolean),
i=a.filter(p=>!p.includes("{")),h=i.at(-1)??"",l=i.map(p=>T(n,p,p===h?b:st));for(let p of a)p.includes("{")&&T(n,p,nt);let c=o.
split("_").map((p,m)=>T(n,p,m?b:nt));n(g(e.toLowerCase()),b);let r=(l.at(-1)??[]).some(x);S(s).forEach((p,m)=>{let f=g(p);
x(f)?n(f,m?v:r?b:Ft):n(f,m?st:b)});let u=B[e];if(u&&!r){let p=a.at(-1)===h;n(k(g(u)),u==="create"&&!p?v:ot),u==="get"&&p&&
n(k("list"),ot)}return[l.flat(),c.flat()]}function lt(e,t){for(let[s,...o]of e.tables){let n=o.find(a=>I(a).includes(t));
if(n!==void 0)return{table:s,name:n}}return null}var ht=.85,Yt=.75,F=.7,jt=.3,Bt=1,Gt=4,qt=.5,Vt=.25,Xt=1.5,dt=.1,Qt=3,pt=.5,Jt=1.5,Zt=1.05,te=1.25,N=class{#e=[];#s=new Map;#t=new Map;#o=new Map;add(t){
this.#o.clear();let s=new Map;for(let o of t.tables){let n=new Set(o.slice(1).flatMap(I)),a=[];s.set(o,{rows:n,users:a});
for(let i of n)O(this.#t,i).push(a)}for(let o of et(t)){let n=new M(o);for(let a of o.tables){let i=s.get(a);i&&(i.users.
push(n),n.rows.push(i.rows))}this.#e.push(n),z(o,a=>{let i=O(this.#s,a);i.at(-1)!==n&&i.push(n)})}}get operations(){return this.#e.
filter(({entry:s})=>s.kind==="operation").map(({entry:s})=>s)}#r(t){let s=this.#o.get(t);if(!s){s=new Set(this.#s.get(t));
for(let o of this.#t.get(t)??[])for(let n of o)s.add(n);this.#o.set(t,s)}return s}#n(t){return this.#s.has(t)||this.#t.has(
t)}*#a(){yield*this.#s.keys();for(let t of this.#t.keys())this.#s.has(t)||(yield t)}search(t,s=()=>!0){let o=tt(this.operations.
filter(s),t);if(o.length)return o.map(f=>({entry:f,score:1,used:new Set,row:null}));let n=this.#h(t),a=new Set,i=n.filter(
f=>!f.isAction);for(let{matches:f}of i.length?i:n)for(let y of f.keys())for(let w of this.#r(y))s(w.entry)&&a.add(w);let h=ft(
n.map(({weight:f})=>f)),l=[...a].map(f=>this.#p(f,n,h)),c=Math.max(0,...l.map(({covered:f})=>f)),r=l.filter(({covered:f})=>f>=
c*qt),u=n.some(f=>f.isAction),p=t.trim().toLowerCase();for(let f of r)f.entry.title.toLowerCase()===p?f.score*=Jt:!u&&f.
entry.method==="GET"&&(f.score*=Zt);r.sort((f,y)=>y.score-f.score);let m=(r[0]?.score??0)*Vt;return ee(r.filter(({score:f})=>f>=
m),u)}#p({entry:t,stems:s,rows:o,names:n},a,i){let h=0,l=0,c=null,r=new Set;for(let{matches:f,weight:y}of a){let w=0,P="";
for(let[$,$t]of f){let bt=!s.has($)&&o.some(Ot=>Ot.has($)),C=(s.get($)??(bt?v*this.#l($):0))*$t;C>0&&r.add($),C>w&&([w,P]=
[C,$])}h+=w*y,w>0&&(l+=y),w>0&&!s.has(P)&&(c??=lt(t,P))}let u=i?l/i:0,p=Math.min(...n.map(f=>this.#i(f,r))),m=l?l/(l+p):
0;return{entry:t,row:c,used:r,covered:l,score:h/(i||1)*(.3+.7*u)*(1-pt+pt*m)}}#i(t,s){return ft([...t].map(o=>s.has(o)?0:
this.#c(o)-dt))}#c(t){return ut(this.#s.get(t)?.length??0,this.#e.length)}#l(t){return Math.max(jt,1-this.#r(t).size/this.#e.
length)}#h(t){let s=X(t),o=new Map;for(let n=0;n<s.length;n+=1){let a=g(s[n]),i=s[n+1]??"",h=g(s[n]+i);!i||!this.#n(h)?O(
o,a):this.#n(a)&&this.#n(g(i))?(O(o,a).push(h),O(o,g(i)).push(h)):(O(o,h),n+=1)}return[...o].map(([n,a])=>{let i=this.#f(
n);for(let h of a)L(i.matches,h,1);return i})}#f(t){let s=new Map,o=(c,r)=>{this.#n(c)&&L(s,c,r)};for(let c of E(t))o(c,
ht),o(k(c),1);if(o(t,1),t.length>=Bt)for(let c of this.#a())c.length>t.length&&c.startsWith(t)&&o(c,Yt*(.5+.5*t.length/c.
length));if(!s.size&&t.length>=Gt){for(let c of this.#a())if(q(c).some(r=>Q(r,t))){for(let r of E(c))o(r,F*ht),o(k(r),F);
o(c,F)}}let n=[...s.keys()].flatMap(c=>this.#s.get(c)??[]),a=n.length?[]:[...s.keys()].flatMap(c=>[...this.#r(c)]),i=new Set(
[...n,...a]),h=x(t)||[...s.keys()].some(c=>ct(c)),l=ut(i.size,this.#e.length);return{matches:s,weight:h?Math.max(l,Xt):l,
isAction:h}}};function ee(e,t){let o=["operation","type","section"].map(l=>e.filter(({entry:c})=>c.kind===l)),[n]=o,a=(n[0]?.
score??0)*te,i=o.slice(1).sort(([l],[c])=>(c?.score??0)-(l?.score??0));return(t||a>=(i[0][0]?.score??0)?[n,...i]:[i[0],n,
i[1]]).flat()}function O(e,t){let s=e.get(t);return s||(s=[],e.set(t,s)),s}function ft(e){return e.reduce((t,s)=>t+s,0)}
function ut(e,t){return Math.min(Qt,dt+Math.log((1+t)/(1+e)))}var gt=new N,mt=null,U=0,wt=[],yt=0;function se(){let e=!1,t=()=>mt?.progress(yt<U&&!e,e);for(let s=0;s<U;s+=1)Y(`search\
/${s}.js`).then(t,()=>{e=!0,t()});t()}window.callsheetSearch=e=>{gt.add(e),yt+=1};window.callsheet.startSearch=(e,t=[])=>{
U=e,wt=t};window.callsheet.attachSearch=e=>{mt=new A(e,gt,wt),se()};})();
