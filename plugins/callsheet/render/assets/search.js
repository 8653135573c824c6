/*! Made by `make javascript`: sources f1c343528d3d08d9, code f74da1c6d3d50c56 */
"use strict";(()=>{var{API_KEY:ne,IN_PAGE:ie,VALID:re,all:ae,assetUrl:ce,badge:D,breakable:Y,codeText:le,copy:he,credentials:fe,each:pe,icon:ue,
languageOf:de,load:j,loadStyle:me,make:m,onPage:ge,openDialog:we,operationFile:ye,placeholders:be,save:Oe,schemes:Se,siteUrl:R,
statusNote:ke,storedText:xe,values:Ee}=window.callsheet;var kt=new Set("a about an and any anybody api are as at be before but by call can could did do does endpoint for from g\
ive has have how i if in into is it its just like me method my need of on only or operation our out please request shoul\
d so some somebody somehow someone something than that the their them then there these they this those to us want was we\
 what when where whether which who whose why will with without would you your".split(" ")),xt=["upload send save store",
"image picture photo photograph portrait avatar","delete remove erase destroy discard","list all every overview","create\
 add new insert make register","update change edit modify set replace save assign give grant","get read fetch show retri\
eve download view return load","find search query lookup get","discard revert undo cancel withdraw revoke remove","activ\
ate enable","deactivate disable","check validate verify valid","test try ping","merge combine join unite","notify tell i\
nform","run execute start","lock checkout","person people","file attachment","user login","right permission privilege","\
size length bytes","kind type","company organization organisation","copy duplicate clone","reject decline refuse deny","\
approve accept","restore undelete recover","cancel abort stop","mail email"],Et=new Set(["new","every"]),G=Object.freeze(
{GET:"get",HEAD:"get",POST:"create",PUT:"update",PATCH:"update",DELETE:"delete"}),At=40,Tt="upload",H=/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{N}+|[\p{Lo}\p{Lm}]+/gu,
vt=/^[ -~]*$/,Mt=/\p{M}+/gu,Lt=/['’]s\b/g;function k(s){return((vt.test(s)?s:s.normalize("NFKD").replace(Mt,"")).replace(
Lt,"").match(H)??[]).map(o=>o.toLowerCase())}var B=new Map;function g(s){let t=B.get(s);return t===void 0&&(t=It(s),B.set(
s,t)),t}function q(s){return/[ts]$/.test(s)?[s,`${s}ion`]:[s]}function It(s){if(s.length<4||s.length>At)return s;let t=s.
replace(/(?:ie[sd])$/,"y").replace(/(ss|x|ch|sh|z)es$/,"$1").replace(/([^aeious]|[aeo])s$/,"$1"),e=/^(.*[aeiouy].*?)(?:ing|ed)$/.
exec(t);return e&&e[1].length>2&&(t=e[1].replace(/([^aeiouls])\1$/,"$1")),t.replace(/(?<=^.{4,}[ts])ion$/,"").replace(/(?<=...)e$/,
"")}var W=new Map;for(let s of xt){let t=s.split(" "),e=t.filter(o=>!Et.has(o)).map(g);for(let o of t.map(g))W.set(o,new Set(
[...W.get(o)??[],...e]))}function A(s){return W.get(s)??[s]}var Nt=new Set(["get","create","update","delete","list","fin\
d",Tt].flatMap(s=>[...A(g(s))]));function x(s){return Nt.has(s)}function V(s){let t=[],e=0;for(let{0:o,index:n}of s.matchAll(
H))n>e&&t.push({part:s.slice(e,n),stemmed:""}),t.push({part:o,stemmed:g(o.toLowerCase())}),e=n+o.length;return e<s.length&&
t.push({part:s.slice(e),stemmed:""}),t}function X(s){let t=k(s),e=t.filter(o=>!kt.has(o));return e.length?e:t}function Q(s,t){
if(Math.abs(s.length-t.length)>1)return!1;let e=0;for(;e<s.length&&s[e]===t[e];)e+=1;let o=s.slice(e),n=t.slice(e);if(s.
length!==t.length)return s.length>t.length?o.slice(1)===n:n.slice(1)===o;let r=o[0]===n[1]&&o[1]===n[0];return o.slice(1)===
n.slice(1)||r&&o.slice(2)===n.slice(2)}var z={operation:{name:"Operations",one:"operation",many:"operations",shown:30},type:{name:"Types",one:"type",many:"type\
s",shown:5},section:{name:"Pages",one:"page or heading",many:"pages and headings",shown:10}},$t={path:"Path",query:"Quer\
y",header:"Header",cookie:"Cookie",request:"Body",response:"Response",property:"Property",example:"Example"},Pt=/[^\p{L}\p{N}_.-]+/gu,
T=class{#e;#s;#t=[];#o=-1;#r="";#n=!0;#a=!1;#f;#i;#c=m("input",{type:"checkbox",checked:""});#l=!1;constructor(t,e,o){this.#e=
t,this.#s=e,this.#f=o,this.#i=o.find(([h])=>location.href.startsWith(R(h)));let{dialog:n,input:r,list:i}=t;if(i.after(Ct()),
this.#i){let h=` Only ${this.#i[1]}`;r.after(m("label",{class:"callsheet-note"},this.#c,h)),this.#c.addEventListener("ch\
ange",()=>this.#h())}r.addEventListener("input",()=>{this.#l=!1,this.#h()}),r.addEventListener("keydown",h=>this.#d(h)),
i.addEventListener("click",h=>{let{ctrlKey:l,metaKey:a,shiftKey:c,target:u}=h;u instanceof Element&&u.closest("a")&&!l&&
!a&&!c&&n.close()})}progress(t,e){this.#r=t?" Loading …":e?" Some results cannot be loaded.":"",this.#n=t,this.#h(),this.#l&&
!t&&this.#e.dialog.open&&this.#t[this.#o]?.click()}#h(){let{input:t,list:e,said:o}=this.#e,n=t.value.trim(),r=({url:f})=>!this.#i||
!this.#c.checked||f.startsWith(this.#i[0]),i=this.#s.operations.filter(r),h=n?this.#s.search(n,r):i.map(f=>({entry:f,score:0,
used:new Set,row:null})),l=new Map;for(let f of h){let d=l.get(f.entry.kind);d?d.push(f):l.set(f.entry.kind,[f])}this.#t=
[],e.replaceChildren(...[...l].map(([f,d])=>this.#p(f,d))),e.hidden=!this.#t.length,e.scrollTop=0,t.setAttribute("aria-e\
xpanded",String(!e.hidden));let a=[...l].map(([f,{length:d}])=>{let{one:p,many:w}=z[f];return`${d} ${d===1?p:w}`}),c=h.length>
this.#t.length?`, the first ${this.#t.length} below`:"",u="Nothing found. Other words, a part of a path or a uid may fin\
d it";o.textContent=`${a.length?a.join(", "):u}${c}.${this.#r}`,this.#a=!1,this.#u(n&&this.#t.length?0:-1)}#p(t,e){let{name:o,
shown:n}=z[t],r=m("ul",{role:"group","aria-label":o});for(let h of e.slice(0,n)){let l=Dt(h,this.#f);l.id=`callsheet-res\
ult-${this.#t.length}`,this.#t.push(l),r.append(m("li",{role:"none"},l))}let i=m("p",{class:"callsheet-note","aria-hidde\
n":"true"},o);return m("div",{role:"presentation"},i,r)}#d(t){if(t.isComposing)return;let o={ArrowDown:1,ArrowUp:-1}[t.key];
if(t.key==="Enter")t.preventDefault(),this.#n&&!this.#a?this.#l=!0:this.#t[this.#o]?.click();else if(o&&this.#t.length){
t.preventDefault();let n=this.#o<0&&o<0?this.#t.length-1:this.#o+o;this.#u(Math.max(0,Math.min(n,this.#t.length-1))),this.#a=
!0}}#u(t){this.#t[this.#o]?.setAttribute("aria-selected","false"),this.#o=t;let e=this.#t[t],{input:o}=this.#e;if(!e){o.
removeAttribute("aria-activedescendant");return}e.setAttribute("aria-selected","true"),e.scrollIntoView({block:"nearest"}),
o.setAttribute("aria-activedescendant",e.id)}};function Ct(){let s=e=>m("kbd",{},e),t=[s("/")," or ",s("Ctrl K")," opens\
 the search, ",s("↑")," ",s("↓")," move, ",s("Enter")," goes to the page, ",s("Esc")," closes."];return m("p",{class:"\
callsheet-note callsheet-keys"},...t)}function Dt({entry:s,used:t,row:e},o){let{kind:n,title:r,about:i,method:h}=s,l=n===
"operation"?D(h):D(z[n].name.slice(0,-1)),a=m("span",{},m("strong",{},..._(r,t)));i&&a.append(m(n==="operation"?"code":"\
small",{},..._(i,t)));let c=o.find(([f])=>s.url.startsWith(f));if(c&&a.append(m("small",{},c[1])),e){let f=m("code",{},..._(
e.name,t));a.append(m("small",{class:"callsheet-row"},`${$t[e.table]} `,f))}let u=R(s.url)+(e?Rt(e):"");return m("a",{role:"\
option",href:u,tabindex:"-1","aria-selected":"false"},l,a)}function Rt({table:s,name:t}){return s==="example"?"":`#${s}-${t.
replace(Pt,"")}`}function _(s,t){return V(s).flatMap(({part:e,stemmed:o},n)=>o&&t.has(o)?m("mark",{},e):n&&e.startsWith(
"/")?[m("wbr"),e]:Y(e))}var J=/^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\s+(?=\S*\/)/i,Wt=/^\{[^{}]*\}$/;function Z(s){return s.split(/[?#]/,1)[0].
split("/").filter(Boolean)}function _t(s,t){let[e,o]=s.length>t.length?[s,t]:[t,s],n=e.slice(e.length-o.length),[r,i]=e===
s?[n,t]:[s,n],h=0;for(let l=0;l<r.length;l+=1){let a=i[l].replace(/\{[^{}]*\}/g,"{}").toLowerCase(),c=r[l].replace(/\{[^{}]*\}/g,
"{}").toLowerCase();if(a===c)h+=Wt.test(i[l])?0:1;else if(!zt(a,c))return-1}return h}function zt(s,t){let e=s.split("{}");
if(e.length===1)return!1;let[o,n]=[e[0],e[e.length-1]];return t.length>=o.length+n.length&&t.startsWith(o)&&t.endsWith(n)}
function tt(s,t){let e=t.trim(),o=e.split(/[#/]/).filter(Boolean).at(-1)?.toLowerCase(),n=s.filter(({uid:c})=>o&&c.toLowerCase()===
o);if(n.length&&(!/\s/.test(e)||e.startsWith("http")))return n;let r=J.exec(e)?.[0].trim().toUpperCase()??"",i=e.replace(
J,"");if(!i.includes("/")||/\s/.test(i))return[];let h=Z(i.replace(/^[a-z][a-z+.-]*:\/\/[^/]*/i,"")),l=s.filter(c=>!r||c.
method===r).map(c=>({operation:c,fit:_t(h,Z(c.about))})).filter(({fit:c})=>c>0),a=Math.max(0,...l.map(({fit:c})=>c));return l.
filter(({fit:c})=>c===a).map(({operation:c})=>c)}var Ft={operation:5,type:1,section:3};function et({kind:s,rows:t,tables:e}){let o=1+Ft[s];return t.map(n=>{let[r,i,h,l,a,
c]=n,u=n.slice(o).map(d=>e[Number(d)]),f={kind:s,url:r,about:"",method:"",uid:"",words:"",tables:u};return s==="type"?{...f,
title:i}:s==="section"?{...f,title:i,about:h,words:l}:{...f,method:i,about:h,uid:l,title:a,words:c}})}var O=3,Kt=2.8,st=2,ot=3,Ut=1.6,nt=1,M=.8,at="#";function I(s,t,e){(s.get(t)??0)<e&&s.set(t,e)}function E(s){return`${at}${s}`}
function ct(s){return s.startsWith(at)}var it=new Map;function N(s){let t=it.get(s);if(!t){let e=k(s);t=e.map(g),e.length>
1&&t.push(g(e.join(""))),it.set(s,t)}return t}var L=class{rows=[];#e;#s=[];constructor(t){this.entry=t}get stems(){if(!this.#e){
let t=new Map,e=F(this.entry,(o,n)=>I(t,o,n));this.#s=e.map(o=>new Set(o)),this.#e=t}return this.#e}get names(){return this.
stems&&this.#s}};function F(s,t){return rt(t,s.words),s.kind==="operation"?Yt(s,t):(s.kind==="section"&&rt(t,s.about),[v(
t,s.title,O)])}function rt(s,t){for(let e of k(t))s(g(e),Ut)}function v(s,t,e){let o=N(t);for(let n of o)s(n,e);return o.
length>1?o.slice(0,-1):o}function Yt({method:s,about:t,title:e,uid:o},n){let r=t.split("?")[0].split("/").filter(Boolean),
i=r.filter(f=>!f.includes("{")),h=i.at(-1)??"",l=i.map(f=>v(n,f,f===h?O:st));for(let f of r)f.includes("{")&&v(n,f,nt);let a=o.
split("_").map((f,d)=>v(n,f,d?O:nt));n(g(s.toLowerCase()),O);let c=(l.at(-1)??[]).some(x);k(e).forEach((f,d)=>{let p=g(f);
x(p)?n(p,d?M:c?O:Kt):n(p,d?st:O)});let u=G[s];if(u&&!c){let f=r.at(-1)===h;n(E(g(u)),u==="create"&&!f?M:ot),u==="get"&&f&&
n(E("list"),ot)}return[l.flat(),a.flat()]}function lt(s,t){for(let[e,...o]of s.tables){let n=o.find(r=>N(r).includes(t));
if(n!==void 0)return{table:e,name:n}}return null}var ht=.85,jt=.75,K=.7,Bt=.3,Gt=1,Ht=4,qt=.5,Vt=.25,Xt=1.5,dt=.1,Qt=3,ft=.5,Jt=1.5,Zt=1.05,te=1.25,$=class{#e=[];#s=new Map;#t=new Map;#o=new Map;add(t){
this.#o.clear();let e=new Map;for(let o of t.tables){let n=new Set(o.slice(1).flatMap(N)),r=[];e.set(o,{rows:n,users:r});
for(let i of n)S(this.#t,i).push(r)}for(let o of et(t)){let n=new L(o);for(let r of o.tables){let i=e.get(r);i&&(i.users.
push(n),n.rows.push(i.rows))}this.#e.push(n),F(o,r=>{let i=S(this.#s,r);i.at(-1)!==n&&i.push(n)})}}get operations(){return this.#e.
filter(({entry:e})=>e.kind==="operation").map(({entry:e})=>e)}#r(t){let e=this.#o.get(t);if(!e){e=new Set(this.#s.get(t));
for(let o of this.#t.get(t)??[])for(let n of o)e.add(n);this.#o.set(t,e)}return e}#n(t){return this.#s.has(t)||this.#t.has(
t)}*#a(){yield*this.#s.keys();for(let t of this.#t.keys())this.#s.has(t)||(yield t)}search(t,e=()=>!0){let o=tt(this.operations.
filter(e),t);if(o.length)return o.map(p=>({entry:p,score:1,used:new Set,row:null}));let n=this.#h(t),r=new Set,i=n.filter(
p=>!p.isAction);for(let{matches:p}of i.length?i:n)for(let w of p.keys())for(let y of this.#r(w))e(y.entry)&&r.add(y);let h=pt(
n.map(({weight:p})=>p)),l=[...r].map(p=>this.#f(p,n,h)),a=Math.max(0,...l.map(({covered:p})=>p)),c=l.filter(({covered:p})=>p>=
a*qt),u=n.some(p=>p.isAction),f=t.trim().toLowerCase();for(let p of c)p.entry.title.toLowerCase()===f?p.score*=Jt:!u&&p.
entry.method==="GET"&&(p.score*=Zt);c.sort((p,w)=>w.score-p.score);let d=(c[0]?.score??0)*Vt;return ee(c.filter(({score:p})=>p>=
d),u)}#f({entry:t,stems:e,rows:o,names:n},r,i){let h=0,l=0,a=null,c=new Set;for(let{matches:p,weight:w}of r){let y=0,P="";
for(let[b,bt]of p){let Ot=!e.has(b)&&o.some(St=>St.has(b)),C=(e.get(b)??(Ot?M*this.#l(b):0))*bt;C>0&&c.add(b),C>y&&([y,P]=
[C,b])}h+=y*w,y>0&&(l+=w),y>0&&!e.has(P)&&(a??=lt(t,P))}let u=i?l/i:0,f=Math.min(...n.map(p=>this.#i(p,c))),d=l?l/(l+f):
0;return{entry:t,row:a,used:c,covered:l,score:h/(i||1)*(.3+.7*u)*(1-ft+ft*d)}}#i(t,e){return pt([...t].map(o=>e.has(o)?0:
this.#c(o)-dt))}#c(t){return ut(this.#s.get(t)?.length??0,this.#e.length)}#l(t){return Math.max(Bt,1-this.#r(t).size/this.#e.
length)}#h(t){let e=X(t),o=new Map;for(let n=0;n<e.length;n+=1){let r=g(e[n]),i=e[n+1]??"",h=g(e[n]+i);!i||!this.#n(h)?S(
o,r):this.#n(r)&&this.#n(g(i))?(S(o,r).push(h),S(o,g(i)).push(h)):(S(o,h),n+=1)}return[...o].map(([n,r])=>{let i=this.#p(
n);for(let h of r)I(i.matches,h,1);return i})}#p(t){let e=new Map,o=(a,c)=>{this.#n(a)&&I(e,a,c)};for(let a of A(t))o(a,
ht),o(E(a),1);if(o(t,1),t.length>=Gt)for(let a of this.#a())a.length>t.length&&a.startsWith(t)&&o(a,jt*(.5+.5*t.length/a.
length));if(!e.size&&t.length>=Ht){for(let a of this.#a())if(q(a).some(c=>Q(c,t))){for(let c of A(a))o(c,K*ht),o(E(c),K);
o(a,K)}}let n=[...e.keys()].flatMap(a=>this.#s.get(a)??[]),r=n.length?[]:[...e.keys()].flatMap(a=>[...this.#r(a)]),i=new Set(
[...n,...r]),h=x(t)||[...e.keys()].some(a=>ct(a)),l=ut(i.size,this.#e.length);return{matches:e,weight:h?Math.max(l,Xt):l,
isAction:h}}};function ee(s,t){let o=["operation","type","section"].map(l=>s.filter(({entry:a})=>a.kind===l)),[n]=o,r=(n[0]?.
score??0)*te,i=o.slice(1).sort(([l],[a])=>(a?.score??0)-(l?.score??0));return(t||r>=(i[0][0]?.score??0)?[n,...i]:[i[0],n,
i[1]]).flat()}function S(s,t){let e=s.get(t);return e||(e=[],s.set(t,e)),e}function pt(s){return s.reduce((t,e)=>t+e,0)}
function ut(s,t){return Math.min(Qt,dt+Math.log((1+t)/(1+s)))}var mt=new $,gt=null,U=0,wt=[],yt=0;function se(){let s=!1,t=()=>gt?.progress(yt<U&&!s,s);for(let e=0;e<U;e+=1)j(`search\
/${e}.js`).then(t,()=>{s=!0,t()});t()}window.callsheetSearch=s=>{mt.add(s),yt+=1};window.callsheet.startSearch=(s,t=[])=>{
U=s,wt=t};window.callsheet.attachSearch=s=>{gt=new T(s,mt,wt),se()};})();
