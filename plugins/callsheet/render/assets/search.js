/*! Made by `make javascript`: sources 4bcf0fed10ed143c, code 3890a04f5e9b5d99 */
"use strict";(()=>{var{API_KEY:oe,IN_PAGE:ne,VALID:ie,all:re,assetUrl:ae,badge:D,breakable:U,codeText:ce,copy:le,credentials:he,each:fe,icon:pe,
languageOf:ue,load:Y,loadStyle:de,make:m,onPage:me,openDialog:ge,operationFile:we,placeholders:ye,save:Oe,schemes:be,siteUrl:j,
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
approve accept","restore undelete recover","cancel abort stop","mail email"],kt=new Set(["new","every"]),G=Object.freeze(
{GET:"get",HEAD:"get",POST:"create",PUT:"update",PATCH:"update",DELETE:"delete"}),At=40,Et="upload",H=/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{N}+|[\p{Lo}\p{Lm}]+/gu,
Tt=/^[ -~]*$/,Mt=/\p{M}+/gu,vt=/['’]s\b/g;function S(s){return((Tt.test(s)?s:s.normalize("NFKD").replace(Mt,"")).replace(
vt,"").match(H)??[]).map(o=>o.toLowerCase())}var B=new Map;function d(s){let t=B.get(s);return t===void 0&&(t=Lt(s),B.set(
s,t)),t}function q(s){return/[ts]$/.test(s)?[s,`${s}ion`]:[s]}function Lt(s){if(s.length<4||s.length>At)return s;let t=s.
replace(/(?:ie[sd])$/,"y").replace(/(ss|x|ch|sh|z)es$/,"$1").replace(/([^aeious]|[aeo])s$/,"$1"),e=/^(.*[aeiouy].*?)(?:ing|ed)$/.
exec(t);return e&&e[1].length>2&&(t=e[1].replace(/([^aeiouls])\1$/,"$1")),t.replace(/(?<=^.{4,}[ts])ion$/,"").replace(/(?<=...)e$/,
"")}var R=new Map;for(let s of xt){let t=s.split(" "),e=t.filter(o=>!kt.has(o)).map(d);for(let o of t.map(d))R.set(o,new Set(
[...R.get(o)??[],...e]))}function E(s){return R.get(s)??[s]}var It=new Set(["get","create","update","delete","list","fin\
d",Et].flatMap(s=>[...E(d(s))]));function x(s){return It.has(s)}function V(s){let t=[],e=0;for(let{0:o,index:n}of s.matchAll(
H))n>e&&t.push({part:s.slice(e,n),stemmed:""}),t.push({part:o,stemmed:d(o.toLowerCase())}),e=n+o.length;return e<s.length&&
t.push({part:s.slice(e),stemmed:""}),t}function X(s){let t=S(s),e=t.filter(o=>!St.has(o));return e.length?e:t}function Q(s,t){
if(Math.abs(s.length-t.length)>1)return!1;let e=0;for(;e<s.length&&s[e]===t[e];)e+=1;let o=s.slice(e),n=t.slice(e);if(s.
length!==t.length)return s.length>t.length?o.slice(1)===n:n.slice(1)===o;let a=o[0]===n[1]&&o[1]===n[0];return o.slice(1)===
n.slice(1)||a&&o.slice(2)===n.slice(2)}var W={operation:{name:"Operations",one:"operation",many:"operations",shown:30},type:{name:"Types",one:"type",many:"type\
s",shown:5},section:{name:"Pages",one:"page or heading",many:"pages and headings",shown:10}},Nt={path:"Path",query:"Quer\
y",header:"Header",cookie:"Cookie",request:"Body",response:"Response",property:"Property",example:"Example"},Pt=/[^\p{L}\p{N}_.-]+/gu,
T=class{#e;#s;#t=[];#o=-1;#i="";#n=!0;#r=!1;#a=!1;constructor(t,e){this.#e=t,this.#s=e;let{dialog:o,input:n,list:a}=t;a.
after($t()),n.addEventListener("input",()=>{this.#a=!1,this.#c()}),n.addEventListener("keydown",i=>this.#f(i)),a.addEventListener(
"click",i=>{let{ctrlKey:h,metaKey:l,shiftKey:c,target:r}=i;r instanceof Element&&r.closest("a")&&!h&&!l&&!c&&o.close()})}progress(t,e){
this.#i=t?" Loading …":e?" Some results cannot be loaded.":"",this.#n=t,this.#c(),this.#a&&!t&&this.#e.dialog.open&&this.#t[this.#o]?.
click()}#c(){let{input:t,list:e,said:o}=this.#e,n=t.value.trim(),a=n?this.#s.search(n):this.#s.operations.map(r=>({entry:r,
score:0,used:new Set,row:null})),i=new Map;for(let r of a){let u=i.get(r.entry.kind);u?u.push(r):i.set(r.entry.kind,[r])}
this.#t=[],e.replaceChildren(...[...i].map(([r,u])=>this.#h(r,u))),e.hidden=!this.#t.length,e.scrollTop=0,t.setAttribute(
"aria-expanded",String(!e.hidden));let h=[...i].map(([r,{length:u}])=>{let{one:p,many:f}=W[r];return`${u} ${u===1?p:f}`}),
l=a.length>this.#t.length?`, the first ${this.#t.length} below`:"",c="Nothing found. Other words, a part of a path or a \
uid may find it";o.textContent=`${h.length?h.join(", "):c}${l}.${this.#i}`,this.#r=!1,this.#l(n&&this.#t.length?0:-1)}#h(t,e){
let{name:o,shown:n}=W[t],a=m("ul",{role:"group","aria-label":o});for(let h of e.slice(0,n)){let l=Ct(h);l.id=`callsheet-\
result-${this.#t.length}`,this.#t.push(l),a.append(m("li",{role:"none"},l))}let i=m("p",{class:"callsheet-note","aria-hi\
dden":"true"},o);return m("div",{role:"presentation"},i,a)}#f(t){if(t.isComposing)return;let o={ArrowDown:1,ArrowUp:-1}[t.
key];if(t.key==="Enter")t.preventDefault(),this.#n&&!this.#r?this.#a=!0:this.#t[this.#o]?.click();else if(o&&this.#t.length){
t.preventDefault();let n=this.#o<0&&o<0?this.#t.length-1:this.#o+o;this.#l(Math.max(0,Math.min(n,this.#t.length-1))),this.#r=
!0}}#l(t){this.#t[this.#o]?.setAttribute("aria-selected","false"),this.#o=t;let e=this.#t[t],{input:o}=this.#e;if(!e){o.
removeAttribute("aria-activedescendant");return}e.setAttribute("aria-selected","true"),e.scrollIntoView({block:"nearest"}),
o.setAttribute("aria-activedescendant",e.id)}};function $t(){let s=e=>m("kbd",{},e),t=[s("/")," or ",s("Ctrl K")," opens\
 the search, ",s("↑")," ",s("↓")," move, ",s("Enter")," goes to the page, ",s("Esc")," closes."];return m("p",{class:"\
callsheet-note callsheet-keys"},...t)}function Ct({entry:s,used:t,row:e}){let{kind:o,title:n,about:a,method:i}=s,h=o==="\
operation"?D(i):D(W[o].name.slice(0,-1)),l=m("span",{},m("strong",{},..._(n,t)));if(a&&l.append(m(o==="operation"?"code":
"small",{},..._(a,t))),e){let r=m("code",{},..._(e.name,t));l.append(m("small",{class:"callsheet-row"},`${Nt[e.table]} `,
r))}let c=j(s.url)+(e?Dt(e):"");return m("a",{role:"option",href:c,tabindex:"-1","aria-selected":"false"},h,l)}function Dt({
table:s,name:t}){return s==="example"?"":`#${s}-${t.replace(Pt,"")}`}function _(s,t){return V(s).flatMap(({part:e,stemmed:o},n)=>o&&
t.has(o)?m("mark",{},e):n&&e.startsWith("/")?[m("wbr"),e]:U(e))}var J=/^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\s+(?=\S*\/)/i,Rt=/^\{[^{}]*\}$/;function Z(s){return s.split(/[?#]/,1)[0].
split("/").filter(Boolean)}function _t(s,t){let[e,o]=s.length>t.length?[s,t]:[t,s],n=e.slice(e.length-o.length),[a,i]=e===
s?[n,t]:[s,n],h=0;for(let l=0;l<a.length;l+=1){let c=i[l].replace(/\{[^{}]*\}/g,"{}").toLowerCase(),r=a[l].replace(/\{[^{}]*\}/g,
"{}").toLowerCase();if(c===r)h+=Rt.test(i[l])?0:1;else if(!Wt(c,r))return-1}return h}function Wt(s,t){let e=s.split("{}");
if(e.length===1)return!1;let[o,n]=[e[0],e[e.length-1]];return t.length>=o.length+n.length&&t.startsWith(o)&&t.endsWith(n)}
function tt(s,t){let e=t.trim(),o=e.split(/[#/]/).filter(Boolean).at(-1)?.toLowerCase(),n=s.filter(({uid:r})=>o&&r.toLowerCase()===
o);if(n.length&&(!/\s/.test(e)||e.startsWith("http")))return n;let a=J.exec(e)?.[0].trim().toUpperCase()??"",i=e.replace(
J,"");if(!i.includes("/")||/\s/.test(i))return[];let h=Z(i.replace(/^[a-z][a-z+.-]*:\/\/[^/]*/i,"")),l=s.filter(r=>!a||r.
method===a).map(r=>({operation:r,fit:_t(h,Z(r.about))})).filter(({fit:r})=>r>0),c=Math.max(0,...l.map(({fit:r})=>r));return l.
filter(({fit:r})=>r===c).map(({operation:r})=>r)}var zt={operation:5,type:1,section:3};function et({kind:s,rows:t,tables:e}){let o=1+zt[s];return t.map(n=>{let[a,i,h,l,c,
r]=n,u=n.slice(o).map(f=>e[Number(f)]),p={kind:s,url:a,about:"",method:"",uid:"",words:"",tables:u};return s==="type"?{...p,
title:i}:s==="section"?{...p,title:i,about:h,words:l}:{...p,method:i,about:h,uid:l,title:c,words:r}})}var y=3,Ft=2.8,st=2,ot=3,Kt=1.6,nt=1,v=.8,at="#";function I(s,t,e){(s.get(t)??0)<e&&s.set(t,e)}function k(s){return`${at}${s}`}
function ct(s){return s.startsWith(at)}var it=new Map;function N(s){let t=it.get(s);if(!t){let e=S(s);t=e.map(d),e.length>
1&&t.push(d(e.join(""))),it.set(s,t)}return t}var L=class{rows=[];#e;#s=[];constructor(t){this.entry=t}get stems(){if(!this.#e){
let t=new Map,e=z(this.entry,(o,n)=>I(t,o,n));this.#s=e.map(o=>new Set(o)),this.#e=t}return this.#e}get names(){return this.
stems&&this.#s}};function z(s,t){return rt(t,s.words),s.kind==="operation"?Ut(s,t):(s.kind==="section"&&rt(t,s.about),[M(
t,s.title,y)])}function rt(s,t){for(let e of S(t))s(d(e),Kt)}function M(s,t,e){let o=N(t);for(let n of o)s(n,e);return o.
length>1?o.slice(0,-1):o}function Ut({method:s,about:t,title:e,uid:o},n){let a=t.split("?")[0].split("/").filter(Boolean),
i=a.filter(p=>!p.includes("{")),h=i.at(-1)??"",l=i.map(p=>M(n,p,p===h?y:st));for(let p of a)p.includes("{")&&M(n,p,nt);let c=o.
split("_").map((p,f)=>M(n,p,f?y:nt));n(d(s.toLowerCase()),y);let r=(l.at(-1)??[]).some(x);S(e).forEach((p,f)=>{let g=d(p);
x(g)?n(g,f?v:r?y:Ft):n(g,f?st:y)});let u=G[s];if(u&&!r){let p=a.at(-1)===h;n(k(d(u)),u==="create"&&!p?v:ot),u==="get"&&p&&
n(k("list"),ot)}return[l.flat(),c.flat()]}function lt(s,t){for(let[e,...o]of s.tables){let n=o.find(a=>N(a).includes(t));
if(n!==void 0)return{table:e,name:n}}return null}var ht=.85,Yt=.75,F=.7,jt=.3,Bt=1,Gt=4,Ht=.5,qt=.25,Vt=1.5,dt=.1,Xt=3,ft=.5,Qt=1.5,Jt=1.05,Zt=1.25,P=class{#e=[];#s=new Map;#t=new Map;#o=new Map;add(t){
this.#o.clear();let e=new Map;for(let o of t.tables){let n=new Set(o.slice(1).flatMap(N)),a=[];e.set(o,{rows:n,users:a});
for(let i of n)O(this.#t,i).push(a)}for(let o of et(t)){let n=new L(o);for(let a of o.tables){let i=e.get(a);i&&(i.users.
push(n),n.rows.push(i.rows))}this.#e.push(n),z(o,a=>{let i=O(this.#s,a);i.at(-1)!==n&&i.push(n)})}}get operations(){return this.#e.
filter(({entry:e})=>e.kind==="operation").map(({entry:e})=>e)}#i(t){let e=this.#o.get(t);if(!e){e=new Set(this.#s.get(t));
for(let o of this.#t.get(t)??[])for(let n of o)e.add(n);this.#o.set(t,e)}return e}#n(t){return this.#s.has(t)||this.#t.has(
t)}*#r(){yield*this.#s.keys();for(let t of this.#t.keys())this.#s.has(t)||(yield t)}search(t){let e=tt(this.operations,t);
if(e.length)return e.map(f=>({entry:f,score:1,used:new Set,row:null}));let o=this.#l(t),n=new Set,a=o.filter(f=>!f.isAction);
for(let{matches:f}of a.length?a:o)for(let g of f.keys())for(let A of this.#i(g))n.add(A);let i=pt(o.map(({weight:f})=>f)),
h=[...n].map(f=>this.#a(f,o,i)),l=Math.max(0,...h.map(({covered:f})=>f)),c=h.filter(({covered:f})=>f>=l*Ht),r=o.some(f=>f.
isAction),u=t.trim().toLowerCase();for(let f of c)f.entry.title.toLowerCase()===u?f.score*=Qt:!r&&f.entry.method==="GET"&&
(f.score*=Jt);c.sort((f,g)=>g.score-f.score);let p=(c[0]?.score??0)*qt;return te(c.filter(({score:f})=>f>=p),r)}#a({entry:t,
stems:e,rows:o,names:n},a,i){let h=0,l=0,c=null,r=new Set;for(let{matches:g,weight:A}of a){let b=0,$="";for(let[w,yt]of g){
let Ot=!e.has(w)&&o.some(bt=>bt.has(w)),C=(e.get(w)??(Ot?v*this.#f(w):0))*yt;C>0&&r.add(w),C>b&&([b,$]=[C,w])}h+=b*A,b>0&&
(l+=A),b>0&&!e.has($)&&(c??=lt(t,$))}let u=i?l/i:0,p=Math.min(...n.map(g=>this.#c(g,r))),f=l?l/(l+p):0;return{entry:t,row:c,
used:r,covered:l,score:h/(i||1)*(.3+.7*u)*(1-ft+ft*f)}}#c(t,e){return pt([...t].map(o=>e.has(o)?0:this.#h(o)-dt))}#h(t){
return ut(this.#s.get(t)?.length??0,this.#e.length)}#f(t){return Math.max(jt,1-this.#i(t).size/this.#e.length)}#l(t){let e=X(
t),o=new Map;for(let n=0;n<e.length;n+=1){let a=d(e[n]),i=e[n+1]??"",h=d(e[n]+i);!i||!this.#n(h)?O(o,a):this.#n(a)&&this.#n(
d(i))?(O(o,a).push(h),O(o,d(i)).push(h)):(O(o,h),n+=1)}return[...o].map(([n,a])=>{let i=this.#p(n);for(let h of a)I(i.matches,
h,1);return i})}#p(t){let e=new Map,o=(c,r)=>{this.#n(c)&&I(e,c,r)};for(let c of E(t))o(c,ht),o(k(c),1);if(o(t,1),t.length>=
Bt)for(let c of this.#r())c.length>t.length&&c.startsWith(t)&&o(c,Yt*(.5+.5*t.length/c.length));if(!e.size&&t.length>=Gt){
for(let c of this.#r())if(q(c).some(r=>Q(r,t))){for(let r of E(c))o(r,F*ht),o(k(r),F);o(c,F)}}let n=[...e.keys()].flatMap(
c=>this.#s.get(c)??[]),a=n.length?[]:[...e.keys()].flatMap(c=>[...this.#i(c)]),i=new Set([...n,...a]),h=x(t)||[...e.keys()].
some(c=>ct(c)),l=ut(i.size,this.#e.length);return{matches:e,weight:h?Math.max(l,Vt):l,isAction:h}}};function te(s,t){let o=[
"operation","type","section"].map(l=>s.filter(({entry:c})=>c.kind===l)),[n]=o,a=(n[0]?.score??0)*Zt,i=o.slice(1).sort(([
l],[c])=>(c?.score??0)-(l?.score??0));return(t||a>=(i[0][0]?.score??0)?[n,...i]:[i[0],n,i[1]]).flat()}function O(s,t){let e=s.
get(t);return e||(e=[],s.set(t,e)),e}function pt(s){return s.reduce((t,e)=>t+e,0)}function ut(s,t){return Math.min(Xt,dt+
Math.log((1+t)/(1+s)))}var mt=new P,gt=null,K=0,wt=0;function ee(){let s=!1,t=()=>gt?.progress(wt<K&&!s,s);for(let e=0;e<K;e+=1)Y(`search/${e}.\
js`).then(t,()=>{s=!0,t()});t()}window.callsheetSearch=s=>{mt.add(s),wt+=1};window.callsheet.startSearch=s=>{K=s};window.
callsheet.attachSearch=s=>{gt=new T(s,mt),ee()};})();
