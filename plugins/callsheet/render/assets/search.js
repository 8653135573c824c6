/*! Made by `make javascript`: sources 9125be44b3aba28e, code dc7807c0cd4a057f */
"use strict";(()=>{var{API_KEY:oe,IN_PAGE:ne,VALID:re,all:ie,assetUrl:ae,badge:D,breakable:U,codeText:ce,copy:le,credentials:he,each:pe,icon:fe,
languageOf:ue,load:H,loadStyle:de,make:d,onPage:ge,openDialog:me,operationFile:we,placeholders:ye,save:$e,schemes:be,siteUrl:Y,
statusNote:Oe,storedText:Se,values:xe}=window.callsheet;var Ot=new Set("a about an and any anybody api are as at be before but by call can could did do does endpoint for from g\
ive has have how i if in into is it its just like me method my need of on only or operation our out please request shoul\
d so some somebody somehow someone something than that the their them then there these they this those to us want was we\
 what when where whether which who whose why will with without would you your".split(" ")),St=["upload send save store",
"image picture photo photograph portrait avatar","delete remove erase destroy discard","list all every overview","create\
 add new insert make register","update change edit modify set replace save assign give grant","get read fetch show retri\
eve download view return load","find search query lookup get","discard revert undo cancel withdraw revoke remove","activ\
ate enable","deactivate disable","check validate verify valid","test try ping","merge combine join unite","notify tell i\
nform","run execute start","lock checkout","person people","file attachment","user login","right permission privilege","\
size length bytes","kind type","company organization organisation","copy duplicate clone","reject decline refuse deny","\
approve accept","restore undelete recover","cancel abort stop","mail email"],xt=new Set(["new","every"]),B=Object.freeze(
{GET:"get",HEAD:"get",POST:"create",PUT:"update",PATCH:"update",DELETE:"delete"}),kt=40,At="upload",G=/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{N}+|[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\u30fc]|[\p{Lo}\p{Lm}]+/gu,
Et=/^[ -~]*$/,Tt=/\p{M}+/gu,Mt=/['’]s\b/g;function O(s){return((Et.test(s)?s:s.normalize("NFKD").replace(Tt,"")).replace(
Mt,"").match(G)??[]).map(o=>o.toLowerCase())}var j=new Map;function u(s){let t=j.get(s);return t===void 0&&(t=vt(s),j.set(
s,t)),t}function q(s){return/[ts]$/.test(s)?[s,`${s}ion`]:[s]}function vt(s){if(s.length<4||s.length>kt)return s;let t=s.
replace(/(?:ie[sd])$/,"y").replace(/(ss|x|ch|sh|z)es$/,"$1").replace(/([^aeious]|[aeo])s$/,"$1"),e=/^(.*[aeiouy].*?)(?:ing|ed)$/.
exec(t);return e&&e[1].length>2&&(t=e[1].replace(/([^aeiouls])\1$/,"$1")),t.replace(/(?<=^.{4,}[ts])ion$/,"").replace(/(?<=...)e$/,
"")}var R=new Map;for(let s of St){let t=s.split(" "),e=t.filter(o=>!xt.has(o)).map(u);for(let o of t.map(u))R.set(o,new Set(
[...R.get(o)??[],...e]))}function A(s){return R.get(s)??[s]}var Lt=new Set(["get","create","update","delete","list","fin\
d",At].flatMap(s=>[...A(u(s))]));function S(s){return Lt.has(s)}function V(s){let t=[],e=0;for(let{0:o,index:n}of s.matchAll(
G))n>e&&t.push({part:s.slice(e,n),stemmed:""}),t.push({part:o,stemmed:u(o.toLowerCase())}),e=n+o.length;return e<s.length&&
t.push({part:s.slice(e),stemmed:""}),t}function X(s){let t=O(s),e=t.filter(o=>!Ot.has(o));return e.length?e:t}function Q(s,t){
if(Math.abs(s.length-t.length)>1)return!1;let e=0;for(;e<s.length&&s[e]===t[e];)e+=1;let o=s.slice(e),n=t.slice(e);if(s.
length!==t.length)return s.length>t.length?o.slice(1)===n:n.slice(1)===o;let a=o[0]===n[1]&&o[1]===n[0];return o.slice(1)===
n.slice(1)||a&&o.slice(2)===n.slice(2)}var W={operation:{name:$phrase`Operations`,badge:$phrase`Operation`,shown:30,count:s=>s===1?$phrase`1 operation`:$phrase`${s} operations`},
type:{name:$phrase`Types`,badge:$phrase`Type`,shown:5,count:s=>s===1?$phrase`1 type`:$phrase`${s} types`},section:{name:$phrase`Pages`,
badge:$phrase`Page`,shown:10,count:s=>s===1?$phrase`1 page or heading`:$phrase`${s} pages and headings`}},It={path:$phrase`Path`,
query:$phrase`Query`,header:$phrase`Header`,cookie:$phrase`Cookie`,request:$phrase`Body`,response:$phrase`Response`,property:$phrase`Property`,
example:$phrase`Example`},Nt=/[^\p{L}\p{N}_.-]+/gu,E=class{#e;#s;#t=[];#o=-1;#r="";#n=!0;#i=!1;#a=!1;constructor(t,e){this.#e=
t,this.#s=e;let{dialog:o,input:n,list:a}=t;a.after(Pt()),n.addEventListener("input",()=>{this.#a=!1,this.#c()}),n.addEventListener(
"keydown",r=>this.#p(r)),a.addEventListener("click",r=>{let{ctrlKey:h,metaKey:c,shiftKey:i,target:l}=r;l instanceof Element&&
l.closest("a")&&!h&&!c&&!i&&o.close()})}progress(t,e){this.#r=t?$phrase` Loading …`:e?$phrase` Some results cannot be loaded.`:
"",this.#n=t,this.#c(),this.#a&&!t&&this.#e.dialog.open&&this.#t[this.#o]?.click()}#c(){let{input:t,list:e,said:o}=this.#e,
n=t.value.trim(),a=n?this.#s.search(n):this.#s.operations.map(i=>({entry:i,score:0,used:new Set,row:null})),r=new Map;for(let i of a){
let l=r.get(i.entry.kind);l?l.push(i):r.set(i.entry.kind,[i])}this.#t=[],e.replaceChildren(...[...r].map(([i,l])=>this.#h(
i,l))),e.hidden=!this.#t.length,e.scrollTop=0,t.setAttribute("aria-expanded",String(!e.hidden));let h=this.#t.length,c=[
...r].map(([i,{length:l}])=>W[i].count(l)).join(", ");c?a.length>h?c=$phrase`${c}, the first ${h} below.`:c=$phrase`${c}.`:
c=$phrase`Nothing found. Other words, a part of a path or a uid may find it.`,o.textContent=c+this.#r,this.#i=!1,this.#l(
n&&this.#t.length?0:-1)}#h(t,e){let{name:o,shown:n}=W[t],a=d("ul",{role:"group","aria-label":o});for(let h of e.slice(0,
n)){let c=Ct(h);c.id=`callsheet-result-${this.#t.length}`,this.#t.push(c),a.append(d("li",{role:"none"},c))}let r=d("p",
{class:"callsheet-note","aria-hidden":"true"},o);return d("div",{role:"presentation"},r,a)}#p(t){if(t.isComposing)return;
let o={ArrowDown:1,ArrowUp:-1}[t.key];if(t.key==="Enter")t.preventDefault(),this.#n&&!this.#i?this.#a=!0:this.#t[this.#o]?.
click();else if(o&&this.#t.length){t.preventDefault();let n=this.#o<0&&o<0?this.#t.length-1:this.#o+o;this.#l(Math.max(0,
Math.min(n,this.#t.length-1))),this.#i=!0}}#l(t){this.#t[this.#o]?.setAttribute("aria-selected","false"),this.#o=t;let e=this.#t[t],
{input:o}=this.#e;if(!e){o.removeAttribute("aria-activedescendant");return}e.setAttribute("aria-selected","true"),e.scrollIntoView(
{block:"nearest"}),o.setAttribute("aria-activedescendant",e.id)}};function Pt(){let s=e=>d("kbd",{},e),t=[s("/"),$phrase` or `,
s($phrase`Ctrl K`),$phrase` opens the search, `,s("↑")," ",s("↓"),$phrase` move, `,s($phrase`Enter`),$phrase` goes to the page, `,
s($phrase`Esc`),$phrase` closes.`];return d("p",{class:"callsheet-note callsheet-keys"},...t)}function Ct({entry:s,used:t,
row:e}){let{kind:o,title:n,about:a,method:r}=s,h=o==="operation"?D(r):D(W[o].badge),c=d("span",{},d("strong",{},..._(n,t)));
if(a&&c.append(d(o==="operation"?"code":"small",{},..._(a,t))),e){let l=d("code",{},..._(e.name,t));c.append(d("small",{
class:"callsheet-row"},`${It[e.table]} `,l))}let i=Y(s.url)+(e?Dt(e):"");return d("a",{role:"option",href:i,tabindex:"-1",
"aria-selected":"false"},h,c)}function Dt({table:s,name:t}){return s==="example"?"":`#${s}-${t.replace(Nt,"")}`}function _(s,t){
return V(s).flatMap(({part:e,stemmed:o},n)=>o&&t.has(o)?d("mark",{},e):n&&e.startsWith("/")?[d("wbr"),e]:U(e))}var J=/^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\s+(?=\S*\/)/i,Rt=/^\{[^{}]*\}$/;function Z(s){return s.split(/[?#]/,1)[0].
split("/").filter(Boolean)}function _t(s,t){let[e,o]=s.length>t.length?[s,t]:[t,s],n=e.slice(e.length-o.length),[a,r]=e===
s?[n,t]:[s,n],h=0;for(let c=0;c<a.length;c+=1){let i=r[c].replace(/\{[^{}]*\}/g,"{}").toLowerCase(),l=a[c].replace(/\{[^{}]*\}/g,
"{}").toLowerCase();if(i===l)h+=Rt.test(r[c])?0:1;else if(!Wt(i,l))return-1}return h}function Wt(s,t){let e=s.split("{}");
if(e.length===1)return!1;let[o,n]=[e[0],e[e.length-1]];return t.length>=o.length+n.length&&t.startsWith(o)&&t.endsWith(n)}
function tt(s,t){let e=t.trim(),o=e.split(/[#/]/).filter(Boolean).at(-1)?.toLowerCase(),n=s.filter(({uid:l})=>o&&l.toLowerCase()===
o);if(n.length&&(!/\s/.test(e)||e.startsWith("http")))return n;let a=J.exec(e)?.[0].trim().toUpperCase()??"",r=e.replace(
J,"");if(!r.includes("/")||/\s/.test(r))return[];let h=Z(r.replace(/^[a-z][a-z+.-]*:\/\/[^/]*/i,"")),c=s.filter(l=>!a||l.
method===a).map(l=>({operation:l,fit:_t(h,Z(l.about))})).filter(({fit:l})=>l>0),i=Math.max(0,...c.map(({fit:l})=>l));return c.
filter(({fit:l})=>l===i).map(({operation:l})=>l)}var Kt={operation:5,type:1,section:3};function et({kind:s,rows:t,tables:e}){let o=1+Kt[s];return t.map(n=>{let[a,r,h,c,i,
l]=n,g=n.slice(o).map(p=>e[Number(p)]),f={kind:s,url:a,about:"",method:"",uid:"",words:"",tables:g};return s==="type"?{...f,
title:r}:s==="section"?{...f,title:r,about:h,words:c}:{...f,method:r,about:h,uid:c,title:i,words:l}})}var y=3,zt=2.8,st=2,ot=3,Ft=1.6,nt=1,M=.8,at="#";function L(s,t,e){(s.get(t)??0)<e&&s.set(t,e)}function x(s){return`${at}${s}`}
function ct(s){return s.startsWith(at)}var rt=new Map;function I(s){let t=rt.get(s);if(!t){let e=O(s);t=e.map(u),e.length>
1&&t.push(u(e.join(""))),rt.set(s,t)}return t}var v=class{rows=[];#e;#s=[];constructor(t){this.entry=t}get stems(){if(!this.#e){
let t=new Map,e=K(this.entry,(o,n)=>L(t,o,n));this.#s=e.map(o=>new Set(o)),this.#e=t}return this.#e}get names(){return this.
stems&&this.#s}};function K(s,t){return it(t,s.words),s.kind==="operation"?Ut(s,t):(s.kind==="section"&&it(t,s.about),[T(
t,s.title,y)])}function it(s,t){for(let e of O(t))s(u(e),Ft)}function T(s,t,e){let o=I(t);for(let n of o)s(n,e);return o.
length>1?o.slice(0,-1):o}function Ut({method:s,about:t,title:e,uid:o},n){let a=t.split("?")[0].split("/").filter(Boolean),
r=a.filter(f=>!f.includes("{")),h=r.at(-1)??"",c=r.map(f=>T(n,f,f===h?y:st));for(let f of a)f.includes("{")&&T(n,f,nt);let i=o.
split("_").map((f,p)=>T(n,f,p?y:nt));n(u(s.toLowerCase()),y);let l=(c.at(-1)??[]).some(S);O(e).forEach((f,p)=>{let m=u(f);
S(m)?n(m,p?M:l?y:zt):n(m,p?st:y)});let g=B[s];if(g&&!l){let f=a.at(-1)===h;n(x(u(g)),g==="create"&&!f?M:ot),g==="get"&&f&&
n(x("list"),ot)}return[c.flat(),i.flat()]}function lt(s,t){for(let[e,...o]of s.tables){let n=o.find(a=>I(a).includes(t));
if(n!==void 0)return{table:e,name:n}}return null}var ht=.85,Ht=.75,z=.7,Yt=.3,jt=1,Bt=4,Gt=.5,qt=.25,Vt=1.5,dt=.1,Xt=3,pt=.5,Qt=1.5,Jt=1.05,Zt=1.25,N=class{#e=[];#s=new Map;#t=new Map;#o=new Map;add(t){
this.#o.clear();let e=new Map;for(let o of t.tables){let n=new Set(o.slice(1).flatMap(I)),a=[];e.set(o,{rows:n,users:a});
for(let r of n)$(this.#t,r).push(a)}for(let o of et(t)){let n=new v(o);for(let a of o.tables){let r=e.get(a);r&&(r.users.
push(n),n.rows.push(r.rows))}this.#e.push(n),K(o,a=>{let r=$(this.#s,a);r.at(-1)!==n&&r.push(n)})}}get operations(){return this.#e.
filter(({entry:e})=>e.kind==="operation").map(({entry:e})=>e)}#r(t){let e=this.#o.get(t);if(!e){e=new Set(this.#s.get(t));
for(let o of this.#t.get(t)??[])for(let n of o)e.add(n);this.#o.set(t,e)}return e}#n(t){return this.#s.has(t)||this.#t.has(
t)}*#i(){yield*this.#s.keys();for(let t of this.#t.keys())this.#s.has(t)||(yield t)}search(t){let e=tt(this.operations,t);
if(e.length)return e.map(p=>({entry:p,score:1,used:new Set,row:null}));let o=this.#l(t),n=new Set,a=o.filter(p=>!p.isAction);
for(let{matches:p}of a.length?a:o)for(let m of p.keys())for(let k of this.#r(m))n.add(k);let r=ft(o.map(({weight:p})=>p)),
h=[...n].map(p=>this.#a(p,o,r)),c=Math.max(0,...h.map(({covered:p})=>p)),i=h.filter(({covered:p})=>p>=c*Gt),l=o.some(p=>p.
isAction),g=t.trim().toLowerCase();for(let p of i)p.entry.title.toLowerCase()===g?p.score*=Qt:!l&&p.entry.method==="GET"&&
(p.score*=Jt);i.sort((p,m)=>m.score-p.score);let f=(i[0]?.score??0)*qt;return te(i.filter(({score:p})=>p>=f),l)}#a({entry:t,
stems:e,rows:o,names:n},a,r){let h=0,c=0,i=null,l=new Set;for(let{matches:m,weight:k}of a){let b=0,P="";for(let[w,yt]of m){
let $t=!e.has(w)&&o.some(bt=>bt.has(w)),C=(e.get(w)??($t?M*this.#p(w):0))*yt;C>0&&l.add(w),C>b&&([b,P]=[C,w])}h+=b*k,b>0&&
(c+=k),b>0&&!e.has(P)&&(i??=lt(t,P))}let g=r?c/r:0,f=Math.min(...n.map(m=>this.#c(m,l))),p=c?c/(c+f):0;return{entry:t,row:i,
used:l,covered:c,score:h/(r||1)*(.3+.7*g)*(1-pt+pt*p)}}#c(t,e){return ft([...t].map(o=>e.has(o)?0:this.#h(o)-dt))}#h(t){
return ut(this.#s.get(t)?.length??0,this.#e.length)}#p(t){return Math.max(Yt,1-this.#r(t).size/this.#e.length)}#l(t){let e=X(
t),o=new Map;for(let n=0;n<e.length;n+=1){let a=u(e[n]),r=e[n+1]??"",h=u(e[n]+r);!r||!this.#n(h)?$(o,a):this.#n(a)&&this.#n(
u(r))?($(o,a).push(h),$(o,u(r)).push(h)):($(o,h),n+=1)}return[...o].map(([n,a])=>{let r=this.#f(n);for(let h of a)L(r.matches,
h,1);return r})}#f(t){let e=new Map,o=(i,l)=>{this.#n(i)&&L(e,i,l)};for(let i of A(t))o(i,ht),o(x(i),1);if(o(t,1),t.length>=
jt)for(let i of this.#i())i.length>t.length&&i.startsWith(t)&&o(i,Ht*(.5+.5*t.length/i.length));if(!e.size&&t.length>=Bt){
for(let i of this.#i())if(q(i).some(l=>Q(l,t))){for(let l of A(i))o(l,z*ht),o(x(l),z);o(i,z)}}let n=[...e.keys()].flatMap(
i=>this.#s.get(i)??[]),a=n.length?[]:[...e.keys()].flatMap(i=>[...this.#r(i)]),r=new Set([...n,...a]),h=S(t)||[...e.keys()].
some(i=>ct(i)),c=ut(r.size,this.#e.length);return{matches:e,weight:h?Math.max(c,Vt):c,isAction:h}}};function te(s,t){let o=[
"operation","type","section"].map(c=>s.filter(({entry:i})=>i.kind===c)),[n]=o,a=(n[0]?.score??0)*Zt,r=o.slice(1).sort(([
c],[i])=>(i?.score??0)-(c?.score??0));return(t||a>=(r[0][0]?.score??0)?[n,...r]:[r[0],n,r[1]]).flat()}function $(s,t){let e=s.
get(t);return e||(e=[],s.set(t,e)),e}function ft(s){return s.reduce((t,e)=>t+e,0)}function ut(s,t){return Math.min(Xt,dt+
Math.log((1+t)/(1+s)))}var gt=new N,mt=null,F=0,wt=0;function ee(){let s=!1,t=()=>mt?.progress(wt<F&&!s,s);for(let e=0;e<F;e+=1)H(`search/${e}.\
js`).then(t,()=>{s=!0,t()});t()}window.callsheetSearch=s=>{gt.add(s),wt+=1};window.callsheet.startSearch=s=>{F=s};window.
callsheet.attachSearch=s=>{mt=new E(s,gt),ee()};})();
