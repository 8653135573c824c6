/*! Made by `make javascript`: sources a9ff3d8d9bce18eb, code da3f26234045bf9c */
"use strict";(()=>{var{API_KEY:se,IN_PAGE:oe,VALID:ne,all:ie,assetUrl:re,badge:D,breakable:Y,copy:ae,credentials:ce,load:j,make:m,onPage:le,
openDialog:he,operationFile:fe,placeholders:pe,save:ue,schemes:de,siteUrl:K,statusNote:me,storedText:ge,values:we}=window.
callsheet;var St=new Set("a about an and any anybody api are as at be before but by call can could did do does endpoint for from g\
ive has have how i if in into is it its just like me method my need of on only or operation our out please request shoul\
d so some somebody somehow someone something than that the their them then there these they this those to us want was we\
 what when where whether which who whose why will with without would you your".split(" ")),xt=["upload send save store",
"image picture photo photograph portrait avatar","delete remove erase destroy discard","list all every overview","create\
 add new insert make register","update change edit modify set replace save assign give grant","get read fetch show retri\
eve download view return load","find search query lookup get","discard revert undo cancel withdraw revoke remove","activ\
ate enable","deactivate disable","check validate verify valid","test try ping","merge combine join unite","notify tell i\
nform","run execute start","lock checkout","person people","file attachment","user login","right permission privilege","\
size length bytes","kind type","company organization organisation","copy duplicate clone","reject decline refuse deny","\
approve accept","restore undelete recover","cancel abort stop","mail email"],At=new Set(["new","every"]),G=Object.freeze(
{GET:"get",HEAD:"get",POST:"create",PUT:"update",PATCH:"update",DELETE:"delete"}),Et=40,Tt="upload",H=/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{N}+|[\p{Lo}\p{Lm}]+/gu,
kt=/^[ -~]*$/,Mt=/\p{M}+/gu,Lt=/['’]s\b/g;function S(s){return((kt.test(s)?s:s.normalize("NFKD").replace(Mt,"")).replace(
Lt,"").match(H)??[]).map(o=>o.toLowerCase())}var B=new Map;function u(s){let t=B.get(s);return t===void 0&&(t=vt(s),B.set(
s,t)),t}function q(s){return/[ts]$/.test(s)?[s,`${s}ion`]:[s]}function vt(s){if(s.length<4||s.length>Et)return s;let t=s.
replace(/(?:ie[sd])$/,"y").replace(/(ss|x|ch|sh|z)es$/,"$1").replace(/([^aeious]|[aeo])s$/,"$1"),e=/^(.*[aeiouy].*?)(?:ing|ed)$/.
exec(t);return e&&e[1].length>2&&(t=e[1].replace(/([^aeiouls])\1$/,"$1")),t.replace(/(?<=^.{4,}[ts])ion$/,"").replace(/(?<=...)e$/,
"")}var R=new Map;for(let s of xt){let t=s.split(" "),e=t.filter(o=>!At.has(o)).map(u);for(let o of t.map(u))R.set(o,new Set(
[...R.get(o)??[],...e]))}function T(s){return R.get(s)??[s]}var It=new Set(["get","create","update","delete","list","fin\
d",Tt].flatMap(s=>[...T(u(s))]));function x(s){return It.has(s)}function V(s){let t=[],e=0;for(let{0:o,index:n}of s.matchAll(
H))n>e&&t.push({part:s.slice(e,n),stemmed:""}),t.push({part:o,stemmed:u(o.toLowerCase())}),e=n+o.length;return e<s.length&&
t.push({part:s.slice(e),stemmed:""}),t}function X(s){let t=S(s),e=t.filter(o=>!St.has(o));return e.length?e:t}function Q(s,t){
if(Math.abs(s.length-t.length)>1)return!1;let e=0;for(;e<s.length&&s[e]===t[e];)e+=1;let o=s.slice(e),n=t.slice(e);if(s.
length!==t.length)return s.length>t.length?o.slice(1)===n:n.slice(1)===o;let c=o[0]===n[1]&&o[1]===n[0];return o.slice(1)===
n.slice(1)||c&&o.slice(2)===n.slice(2)}var W={operation:{name:"Operations",one:"operation",many:"operations",shown:30},type:{name:"Types",one:"type",many:"type\
s",shown:5},section:{name:"Pages",one:"page or heading",many:"pages and headings",shown:10}},Nt={path:"Path",query:"Quer\
y",header:"Header",cookie:"Cookie",request:"Body",response:"Response",property:"Property",example:"Example"},Pt=/[^\p{L}\p{N}_.-]+/gu,
k=class{#s;#e;#t=[];#o=-1;#i="";constructor(t,e){this.#s=t,this.#e=e;let{dialog:o,input:n,list:c}=t;n.addEventListener("\
input",()=>this.#n()),n.addEventListener("keydown",i=>this.#c(i)),c.addEventListener("click",i=>{let{ctrlKey:h,metaKey:l,
shiftKey:r,target:a}=i;a instanceof Element&&a.closest("a")&&!h&&!l&&!r&&o.close()})}progress(t,e){this.#i=t?" Loading …":
e?" Some results cannot be loaded.":"",this.#n()}#n(){let{input:t,list:e,said:o}=this.#s,n=t.value.trim(),c=n?this.#e.search(
n):this.#e.operations.map(r=>({entry:r,score:0,used:new Set,row:null})),i=new Map;for(let r of c){let a=i.get(r.entry.kind);
a?a.push(r):i.set(r.entry.kind,[r])}this.#t=[],e.replaceChildren(...[...i].map(([r,a])=>this.#r(r,a))),e.hidden=!this.#t.
length,e.scrollTop=0,t.setAttribute("aria-expanded",String(!e.hidden));let h=[...i].map(([r,{length:a}])=>{let{one:d,many:p}=W[r];
return`${a} ${a===1?d:p}`}),l=c.length>this.#t.length?`, the first ${this.#t.length} below`:"";o.textContent=`${h.length?
h.join(", "):"Nothing found"}${l}.${this.#i}`,this.#a(n&&this.#t.length?0:-1)}#r(t,e){let{name:o,shown:n}=W[t],c=m("ul",
{role:"group","aria-label":o});for(let h of e.slice(0,n)){let l=$t(h);l.id=`callsheet-result-${this.#t.length}`,this.#t.
push(l),c.append(m("li",{role:"none"},l))}let i=m("p",{class:"callsheet-note","aria-hidden":"true"},o);return m("div",{role:"\
presentation"},i,c)}#c(t){if(t.isComposing)return;let o={ArrowDown:1,ArrowUp:-1}[t.key];if(t.key==="Enter")t.preventDefault(),
this.#t[this.#o]?.click();else if(o&&this.#t.length){t.preventDefault();let n=this.#o<0&&o<0?this.#t.length-1:this.#o+o;
this.#a(Math.max(0,Math.min(n,this.#t.length-1)))}}#a(t){this.#t[this.#o]?.setAttribute("aria-selected","false"),this.#o=
t;let e=this.#t[t],{input:o}=this.#s;if(!e){o.removeAttribute("aria-activedescendant");return}e.setAttribute("aria-selec\
ted","true"),e.scrollIntoView({block:"nearest"}),o.setAttribute("aria-activedescendant",e.id)}};function $t({entry:s,used:t,
row:e}){let{kind:o,title:n,about:c,method:i}=s,h=o==="operation"?D(i):D(W[o].name.slice(0,-1)),l=m("span",{},m("strong",
{},..._(n,t)));if(c&&l.append(m(o==="operation"?"code":"small",{},..._(c,t))),e){let a=m("code",{},..._(e.name,t));l.append(
m("small",{class:"callsheet-row"},`${Nt[e.table]} `,a))}let r=K(s.url)+(e?Ct(e):"");return m("a",{role:"option",href:r,tabindex:"\
-1","aria-selected":"false"},h,l)}function Ct({table:s,name:t}){return s==="example"?"":`#${s}-${t.replace(Pt,"")}`}function _(s,t){
return V(s).flatMap(({part:e,stemmed:o},n)=>o&&t.has(o)?m("mark",{},e):n&&e.startsWith("/")?[m("wbr"),e]:Y(e))}var J=/^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\s+(?=\S*\/)/i,Dt=/^\{[^{}]*\}$/;function Z(s){return s.split(/[?#]/,1)[0].
split("/").filter(Boolean)}function Rt(s,t){let[e,o]=s.length>t.length?[s,t]:[t,s],n=e.slice(e.length-o.length),[c,i]=e===
s?[n,t]:[s,n],h=0;for(let l=0;l<c.length;l+=1){let r=i[l].replace(/\{[^{}]*\}/g,"{}").toLowerCase(),a=c[l].replace(/\{[^{}]*\}/g,
"{}").toLowerCase();if(r===a)h+=Dt.test(i[l])?0:1;else if(!_t(r,a))return-1}return h}function _t(s,t){let e=s.split("{}");
if(e.length===1)return!1;let[o,n]=[e[0],e[e.length-1]];return t.length>=o.length+n.length&&t.startsWith(o)&&t.endsWith(n)}
function tt(s,t){let e=t.trim(),o=e.split(/[#/]/).filter(Boolean).at(-1)?.toLowerCase(),n=s.filter(({uid:a})=>o&&a.toLowerCase()===
o);if(n.length&&(!/\s/.test(e)||e.startsWith("http")))return n;let c=J.exec(e)?.[0].trim().toUpperCase()??"",i=e.replace(
J,"");if(!i.includes("/")||/\s/.test(i))return[];let h=Z(i.replace(/^[a-z][a-z+.-]*:\/\/[^/]*/i,"")),l=s.filter(a=>!c||a.
method===c).map(a=>({operation:a,fit:Rt(h,Z(a.about))})).filter(({fit:a})=>a>0),r=Math.max(0,...l.map(({fit:a})=>a));return l.
filter(({fit:a})=>a===r).map(({operation:a})=>a)}var Wt={operation:5,type:1,section:3};function et({kind:s,rows:t,tables:e}){let o=1+Wt[s];return t.map(n=>{let[c,i,h,l,r,
a]=n,d=n.slice(o).map(f=>e[Number(f)]),p={kind:s,url:c,about:"",method:"",uid:"",words:"",tables:d};return s==="type"?{...p,
title:i}:s==="section"?{...p,title:i,about:h,words:l}:{...p,method:i,about:h,uid:l,title:r,words:a}})}var y=3,zt=2.8,st=2,ot=3,Ft=1.6,nt=1,L=.8,at="#";function I(s,t,e){(s.get(t)??0)<e&&s.set(t,e)}function A(s){return`${at}${s}`}
function ct(s){return s.startsWith(at)}var it=new Map;function N(s){let t=it.get(s);if(!t){let e=S(s);t=e.map(u),e.length>
1&&t.push(u(e.join(""))),it.set(s,t)}return t}var v=class{rows=[];#s;#e=[];constructor(t){this.entry=t}get stems(){if(!this.#s){
let t=new Map,e=z(this.entry,(o,n)=>I(t,o,n));this.#e=e.map(o=>new Set(o)),this.#s=t}return this.#s}get names(){return this.
stems&&this.#e}};function z(s,t){return rt(t,s.words),s.kind==="operation"?Ut(s,t):(s.kind==="section"&&rt(t,s.about),[M(
t,s.title,y)])}function rt(s,t){for(let e of S(t))s(u(e),Ft)}function M(s,t,e){let o=N(t);for(let n of o)s(n,e);return o.
length>1?o.slice(0,-1):o}function Ut({method:s,about:t,title:e,uid:o},n){let c=t.split("?")[0].split("/").filter(Boolean),
i=c.filter(p=>!p.includes("{")),h=i.at(-1)??"",l=i.map(p=>M(n,p,p===h?y:st));for(let p of c)p.includes("{")&&M(n,p,nt);let r=o.
split("_").map((p,f)=>M(n,p,f?y:nt));n(u(s.toLowerCase()),y);let a=(l.at(-1)??[]).some(x);S(e).forEach((p,f)=>{let g=u(p);
x(g)?n(g,f?L:a?y:zt):n(g,f?st:y)});let d=G[s];if(d&&!a){let p=c.at(-1)===h;n(A(u(d)),d==="create"&&!p?L:ot),d==="get"&&p&&
n(A("list"),ot)}return[l.flat(),r.flat()]}function lt(s,t){for(let[e,...o]of s.tables){let n=o.find(c=>N(c).includes(t));
if(n!==void 0)return{table:e,name:n}}return null}var ht=.85,Yt=.75,F=.7,jt=.3,Kt=1,Bt=4,Gt=.5,Ht=.25,qt=1.5,dt=.1,Vt=3,ft=.5,Xt=1.5,Qt=1.05,Jt=1.25,P=class{#s=[];#e=new Map;#t=new Map;#o=new Map;add(t){
this.#o.clear();let e=new Map;for(let o of t.tables){let n=new Set(o.slice(1).flatMap(N)),c=[];e.set(o,{rows:n,users:c});
for(let i of n)b(this.#t,i).push(c)}for(let o of et(t)){let n=new v(o);for(let c of o.tables){let i=e.get(c);i&&(i.users.
push(n),n.rows.push(i.rows))}this.#s.push(n),z(o,c=>{let i=b(this.#e,c);i.at(-1)!==n&&i.push(n)})}}get operations(){return this.#s.
filter(({entry:e})=>e.kind==="operation").map(({entry:e})=>e)}#i(t){let e=this.#o.get(t);if(!e){e=new Set(this.#e.get(t));
for(let o of this.#t.get(t)??[])for(let n of o)e.add(n);this.#o.set(t,e)}return e}#n(t){return this.#e.has(t)||this.#t.has(
t)}*#r(){yield*this.#e.keys();for(let t of this.#t.keys())this.#e.has(t)||(yield t)}search(t){let e=tt(this.operations,t);
if(e.length)return e.map(f=>({entry:f,score:1,used:new Set,row:null}));let o=this.#f(t),n=new Set,c=o.filter(f=>!f.isAction);
for(let{matches:f}of c.length?c:o)for(let g of f.keys())for(let E of this.#i(g))n.add(E);let i=pt(o.map(({weight:f})=>f)),
h=[...n].map(f=>this.#c(f,o,i)),l=Math.max(0,...h.map(({covered:f})=>f)),r=h.filter(({covered:f})=>f>=l*Gt),a=o.some(f=>f.
isAction),d=t.trim().toLowerCase();for(let f of r)f.entry.title.toLowerCase()===d?f.score*=Xt:!a&&f.entry.method==="GET"&&
(f.score*=Qt);r.sort((f,g)=>g.score-f.score);let p=(r[0]?.score??0)*Ht;return Zt(r.filter(({score:f})=>f>=p),a)}#c({entry:t,
stems:e,rows:o,names:n},c,i){let h=0,l=0,r=null,a=new Set;for(let{matches:g,weight:E}of c){let O=0,$="";for(let[w,yt]of g){
let bt=!e.has(w)&&o.some(Ot=>Ot.has(w)),C=(e.get(w)??(bt?L*this.#h(w):0))*yt;C>0&&a.add(w),C>O&&([O,$]=[C,w])}h+=O*E,O>0&&
(l+=E),O>0&&!e.has($)&&(r??=lt(t,$))}let d=i?l/i:0,p=Math.min(...n.map(g=>this.#a(g,a))),f=l?l/(l+p):0;return{entry:t,row:r,
used:a,covered:l,score:h/(i||1)*(.3+.7*d)*(1-ft+ft*f)}}#a(t,e){return pt([...t].map(o=>e.has(o)?0:this.#l(o)-dt))}#l(t){
return ut(this.#e.get(t)?.length??0,this.#s.length)}#h(t){return Math.max(jt,1-this.#i(t).size/this.#s.length)}#f(t){let e=X(
t),o=new Map;for(let n=0;n<e.length;n+=1){let c=u(e[n]),i=e[n+1]??"",h=u(e[n]+i);!i||!this.#n(h)?b(o,c):this.#n(c)&&this.#n(
u(i))?(b(o,c).push(h),b(o,u(i)).push(h)):(b(o,h),n+=1)}return[...o].map(([n,c])=>{let i=this.#p(n);for(let h of c)I(i.matches,
h,1);return i})}#p(t){let e=new Map,o=(r,a)=>{this.#n(r)&&I(e,r,a)};for(let r of T(t))o(r,ht),o(A(r),1);if(o(t,1),t.length>=
Kt)for(let r of this.#r())r.length>t.length&&r.startsWith(t)&&o(r,Yt*(.5+.5*t.length/r.length));if(!e.size&&t.length>=Bt){
for(let r of this.#r())if(q(r).some(a=>Q(a,t))){for(let a of T(r))o(a,F*ht),o(A(a),F);o(r,F)}}let n=[...e.keys()].flatMap(
r=>this.#e.get(r)??[]),c=n.length?[]:[...e.keys()].flatMap(r=>[...this.#i(r)]),i=new Set([...n,...c]),h=x(t)||[...e.keys()].
some(r=>ct(r)),l=ut(i.size,this.#s.length);return{matches:e,weight:h?Math.max(l,qt):l,isAction:h}}};function Zt(s,t){let o=[
"operation","type","section"].map(l=>s.filter(({entry:r})=>r.kind===l)),[n]=o,c=(n[0]?.score??0)*Jt,i=o.slice(1).sort(([
l],[r])=>(r?.score??0)-(l?.score??0));return(t||c>=(i[0][0]?.score??0)?[n,...i]:[i[0],n,i[1]]).flat()}function b(s,t){let e=s.
get(t);return e||(e=[],s.set(t,e)),e}function pt(s){return s.reduce((t,e)=>t+e,0)}function ut(s,t){return Math.min(Vt,dt+
Math.log((1+t)/(1+s)))}var mt=new P,gt=null,U=0,wt=0;function te(){let s=!1,t=()=>gt?.progress(wt<U&&!s,s);for(let e=0;e<U;e+=1)j(`search/${e}.\
js`).then(t,()=>{s=!0,t()});t()}window.callsheetSearch=s=>{mt.add(s),wt+=1};window.callsheet.startSearch=s=>{U=s};window.
callsheet.attachSearch=s=>{gt=new k(s,mt),te()};})();
