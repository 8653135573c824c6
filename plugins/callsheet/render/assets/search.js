/*! Made by `make javascript`: sources 471e33e79aa0ff36, code 7545af67e4701e0b */
"use strict";(()=>{var{VALID:qt,authorization:Vt,badge:C,copy:Xt,load:_,make:m,onPage:Jt,schemes:Qt,siteUrl:F,statusNote:Zt,storedText:te,values:ee}=window.
callsheet;var dt=new Set("a about an and any anybody api are as at be before but by call can could did do does endpoint for from g\
ive has have how i if in into is it its just like me method my need of on only or operation our out please request shoul\
d so some somebody somehow someone something than that the their them then there these they this those to us want was we\
 what when where whether which who whose why will with without would you your".split(" ")),gt=["upload send save store",
"image picture photo photograph portrait avatar","delete remove erase destroy discard","list all every overview","create\
 add new insert make register","update change edit modify set replace save assign give grant","get read fetch show retri\
eve download view return load","find search query lookup get","discard revert undo cancel withdraw revoke remove","activ\
ate enable","deactivate disable","check validate verify valid","test try ping","merge combine join unite","notify tell i\
nform","run execute start","lock checkout","person people","file attachment content","user login","right permission priv\
ilege","size length bytes","kind type","company organization organisation"],mt=new Set(["new","every"]),j=Object.freeze(
{GET:"get",HEAD:"get",POST:"create",PUT:"update",PATCH:"update",DELETE:"delete"}),wt=40,yt="upload",B=/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{N}+|[\p{Lo}\p{Lm}]+/gu,
St=/^[ -~]*$/,bt=/\p{M}+/gu,Ot=/['’]s\b/g;function O(n){return((St.test(n)?n:n.normalize("NFKD").replace(bt,"")).replace(
Ot,"").match(B)??[]).map(s=>s.toLowerCase())}var U=new Map;function u(n){let t=U.get(n);return t===void 0&&(t=At(n),U.set(
n,t)),t}function At(n){if(n.length<4||n.length>wt)return n;let t=n.replace(/(?:ie[sd])$/,"y").replace(/(ss|x|ch|sh|z)es$/,
"$1").replace(/([^aeious]|[aeo])s$/,"$1"),e=/^(.*[aeiouy].*?)(?:ing|ed)$/.exec(t);return e&&e[1].length>2&&(t=e[1].replace(
/([^aeiouls])\1$/,"$1")),t.replace(/(?<=^.{4,}[ts])ion$/,"").replace(/(?<=...)e$/,"")}var P=new Map;for(let n of gt){let t=n.
split(" "),e=t.filter(s=>!mt.has(s)).map(u);for(let s of t.map(u))P.set(s,new Set([...P.get(s)??[],...e]))}function E(n){
return P.get(n)??[n]}var Et=new Set(["get","create","update","delete","list","find",yt].flatMap(n=>[...E(u(n))]));function k(n){
return Et.has(n)}function H(n){let t=[],e=0;for(let{0:s,index:o}of n.matchAll(B))o>e&&t.push({part:n.slice(e,o),stemmed:""}),
t.push({part:s,stemmed:u(s.toLowerCase())}),e=o+s.length;return e<n.length&&t.push({part:n.slice(e),stemmed:""}),t}function K(n){
let t=O(n),e=t.filter(s=>!dt.has(s));return e.length?e:t}function Y(n,t){if(Math.abs(n.length-t.length)>1)return!1;let e=0;
for(;e<n.length&&n[e]===t[e];)e+=1;let s=n.slice(e),o=t.slice(e);if(n.length!==t.length)return n.length>t.length?s.slice(
1)===o:o.slice(1)===s;let i=s[0]===o[1]&&s[1]===o[0];return s.slice(1)===o.slice(1)||i&&s.slice(2)===o.slice(2)}var I={operation:{name:"Operations",one:"operation",many:"operations",shown:30},type:{name:"Types",one:"type",many:"type\
s",shown:5},section:{name:"Pages",one:"page or heading",many:"pages and headings",shown:10}},kt={path:"Path",query:"Quer\
y",header:"Header",cookie:"Cookie",request:"Body",response:"Response",property:"Property",example:"Example"},Lt=/[^\p{L}\p{N}_.-]+/gu,
L=class{#s;#e;#t=[];#n=-1;#i="";constructor(t,e){this.#s=t,this.#e=e;let{dialog:s,input:o,list:i}=t;o.addEventListener("\
input",()=>this.#o()),o.addEventListener("keydown",r=>this.#c(r)),i.addEventListener("click",r=>{let{ctrlKey:a,metaKey:c,
shiftKey:h,target:l}=r;l instanceof Element&&l.closest("a")&&!a&&!c&&!h&&s.close()})}progress(t,e){this.#i=t?" Loading …":
e?" Some results cannot be loaded.":"",this.#o()}#o(){let{input:t,list:e,said:s}=this.#s,o=t.value.trim(),i=o?this.#e.search(
o):this.#e.operations.map(h=>({entry:h,score:0,used:new Set,row:null})),r=new Map;for(let h of i){let l=r.get(h.entry.kind);
l?l.push(h):r.set(h.entry.kind,[h])}this.#t=[],e.replaceChildren(...[...r].map(([h,l])=>this.#r(h,l))),e.hidden=!this.#t.
length,e.scrollTop=0,t.setAttribute("aria-expanded",String(!e.hidden));let a=[...r].map(([h,{length:l}])=>{let{one:d,many:p}=I[h];
return`${l} ${l===1?d:p}`}),c=i.length>this.#t.length?`, the first ${this.#t.length} below`:"";s.textContent=`${a.length?
a.join(", "):"Nothing found"}${c}.${this.#i}`,this.#a(o&&this.#t.length?0:-1)}#r(t,e){let{name:s,shown:o}=I[t],i=m("ul",
{role:"group","aria-label":s});for(let a of e.slice(0,o)){let c=Tt(a);c.id=`callsheet-result-${this.#t.length}`,this.#t.
push(c),i.append(m("li",{role:"none"},c))}let r=m("p",{class:"callsheet-note","aria-hidden":"true"},s);return m("div",{role:"\
presentation"},r,i)}#c(t){if(t.isComposing)return;let s={ArrowDown:1,ArrowUp:-1}[t.key];if(t.key==="Enter")t.preventDefault(),
this.#t[this.#n]?.click();else if(s&&this.#t.length){t.preventDefault();let o=this.#n<0&&s<0?this.#t.length-1:this.#n+s;
this.#a(Math.max(0,Math.min(o,this.#t.length-1)))}}#a(t){this.#t[this.#n]?.setAttribute("aria-selected","false"),this.#n=
t;let e=this.#t[t],{input:s}=this.#s;if(!e){s.removeAttribute("aria-activedescendant");return}e.setAttribute("aria-selec\
ted","true"),e.scrollIntoView({block:"nearest"}),s.setAttribute("aria-activedescendant",e.id)}};function Tt({entry:n,used:t,
row:e}){let{kind:s,title:o,about:i,method:r}=n,a=s==="operation"?C(r):C(I[s].name.slice(0,-1)),c=m("span",{},m("strong",
{},...$(o,t)));if(i&&c.append(m(s==="operation"?"code":"small",{},...$(i,t))),e){let l=m("code",{},...$(e.name,t));c.append(
m("small",{class:"callsheet-row"},`${kt[e.table]} `,l))}let h=F(n.url)+(e?vt(e):"");return m("a",{role:"option",href:h,tabindex:"\
-1","aria-selected":"false"},a,c)}function vt({table:n,name:t}){return n==="example"?"":`#${n}-${t.replace(Lt,"")}`}function $(n,t){
return H(n).map(({part:e,stemmed:s})=>s&&t.has(s)?m("mark",{},e):e)}var G=/^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\s+(?=\S*\/)/i,Mt=/^\{[^{}]*\}$/;function q(n){return n.split(/[?#]/,1)[0].
split("/").filter(Boolean)}function xt(n,t){let[e,s]=n.length>t.length?[n,t]:[t,n],o=e.slice(e.length-s.length),[i,r]=e===
n?[o,t]:[n,o],a=0;for(let c=0;c<i.length;c+=1){let h=r[c].replace(/\{[^{}]*\}/g,"{}").toLowerCase(),l=i[c].replace(/\{[^{}]*\}/g,
"{}").toLowerCase();if(h===l)a+=Mt.test(r[c])?0:1;else if(!Nt(h,l))return-1}return a}function Nt(n,t){let e=n.split("{}");
if(e.length===1)return!1;let[s,o]=[e[0],e[e.length-1]];return t.length>=s.length+o.length&&t.startsWith(s)&&t.endsWith(o)}
function V(n,t){let e=t.trim(),s=e.split(/[#/]/).filter(Boolean).at(-1)?.toLowerCase(),o=n.filter(({uid:l})=>s&&l.toLowerCase()===
s);if(o.length&&(!/\s/.test(e)||e.startsWith("http")))return o;let i=G.exec(e)?.[0].trim().toUpperCase()??"",r=e.replace(
G,"");if(!r.includes("/")||/\s/.test(r))return[];let a=q(r.replace(/^[a-z][a-z+.-]*:\/\/[^/]*/i,"")),c=n.filter(l=>!i||l.
method===i).map(l=>({operation:l,fit:xt(a,q(l.about))})).filter(({fit:l})=>l>0),h=Math.max(0,...c.map(({fit:l})=>l));return c.
filter(({fit:l})=>l===h).map(({operation:l})=>l)}var X={operation:5,type:1,section:3};function J({kind:n,rows:t,tables:e}){return t.map(([s,...o])=>{let i=o.slice(0,X[n]).
map(String),r=o.slice(X[n]).map(f=>e[Number(f)]),a={kind:n,url:String(s),about:"",method:"",uid:"",words:"",tables:r};if(n===
"type")return{...a,title:i[0]};if(n==="section"){let[f,g,y]=i;return{...a,title:f,about:g,words:y}}let[c,h,l,d,p]=i;return{
...a,method:c,about:h,uid:l,title:d,words:p}})}var S=3,Ct=2.8,Q=2,Z=3,tt=1.6,et=1,R=.8,nt=.85,Pt=.75,D=.7,$t=1,It=4,Dt=.5,Rt=.25,zt=1.5,ct=.1,Wt=3,st=.5,_t=1.5,Ft=1.05,
Ut=1.25,v=class{#s=[];#e=new Map;#t=new Map;#n=new Map;add(t){this.#n.clear();let e=new Map;for(let s of t.tables){let o=new Set(
s.slice(1).flatMap(z)),i=[];e.set(s,{rows:o,users:i});for(let r of o)ot(this.#t,r).push(i)}for(let s of J(t)){let o=Bt(s);
for(let i of s.tables){let r=e.get(i);r&&(r.users.push(o),o.rows.push(r.rows))}this.#s.push(o);for(let i of o.stems.keys())
ot(this.#e,i).push(o)}}get operations(){return this.#s.filter(({entry:e})=>e.kind==="operation").map(({entry:e})=>e)}#i(t){
let e=this.#n.get(t);if(!e){e=new Set(this.#e.get(t));for(let s of this.#t.get(t)??[])for(let o of s)e.add(o);this.#n.set(
t,e)}return e}#o(t){return this.#e.has(t)||this.#t.has(t)}*#r(){yield*this.#e.keys();for(let t of this.#t.keys())this.#e.
has(t)||(yield t)}search(t){let e=V(this.operations,t);if(e.length)return e.map(f=>({entry:f,score:1,used:new Set,row:null}));
let s=this.#h(t),o=new Set,i=s.filter(f=>!f.isAction);for(let{matches:f}of i.length?i:s)for(let g of f.keys())for(let y of this.#i(
g))o.add(y);let r=it(s.map(({weight:f})=>f)),a=[...o].map(f=>this.#c(f,s,r)),c=Math.max(0,...a.map(({covered:f})=>f)),h=a.
filter(({covered:f})=>f>=c*Dt),l=s.some(f=>f.isAction),d=t.trim().toLowerCase();for(let f of h)f.entry.title.toLowerCase()===
d?f.score*=_t:!l&&f.entry.method==="GET"&&(f.score*=Ft);h.sort((f,g)=>g.score-f.score);let p=(h[0]?.score??0)*Rt;return jt(
h.filter(({score:f})=>f>=p),l)}#c({entry:t,stems:e,rows:s,names:o},i,r){let a=0,c=0,h=null,l=new Set;for(let{matches:g,weight:y}of i){
let b=0,x="";for(let[A,pt]of g){let N=(e.get(A)??(s.some(ut=>ut.has(A))?R:0))*pt;N>0&&l.add(A),N>b&&([b,x]=[N,A])}a+=b*y,
b>0&&(c+=y),b>0&&!e.has(x)&&(h??=Kt(t,x))}let d=r?c/r:0,p=Math.min(...o.map(g=>this.#a(g,l))),f=c?c/(c+p):0;return{entry:t,
row:h,used:l,covered:c,score:a/(r||1)*(.3+.7*d)*(1-st+st*f)}}#a(t,e){return it([...t].map(s=>e.has(s)?0:this.#l(s)-ct))}#l(t){
return rt(this.#i(t).size,this.#s.length)}#h(t){let e=K(t),s=new Set;for(let o=0;o<e.length;o+=1){let i=u(e[o]+(e[o+1]??
"")),r=o+1<e.length&&this.#o(i)&&!(this.#o(u(e[o]))&&this.#o(u(e[o+1])));s.add(r?i:u(e[o])),r&&(o+=1)}return[...s].map(o=>this.#f(
o))}#f(t){let e=new Map,s=(a,c)=>{this.#o(a)&&w(e,a,c)};for(let a of E(t))s(a,nt),s(M(a),1);if(s(t,1),t.length>=$t)for(let a of this.#r())
a.length>t.length&&a.startsWith(t)&&s(a,Pt*(.5+.5*t.length/a.length));if(!e.size&&t.length>=It){for(let a of this.#r())if(Y(
a,t)){for(let c of E(a))s(c,D*nt),s(M(c),D);s(a,D)}}let o=new Set([...e.keys()].flatMap(a=>[...this.#i(a)])),i=k(t)||[...e.
keys()].some(a=>a.startsWith("#")),r=rt(o.size,this.#s.length);return{matches:e,weight:i?Math.max(r,zt):r,isAction:i}}};
function jt(n,t){let s=["operation","type","section"].map(c=>n.filter(({entry:h})=>h.kind===c)),[o]=s,i=(o[0]?.score??0)*
Ut,r=s.slice(1).sort(([c],[h])=>(h?.score??0)-(c?.score??0));return(t||i>=(r[0][0]?.score??0)?[o,...r]:[r[0],o,r[1]]).flat()}
function ot(n,t){let e=n.get(t);return e||(e=[],n.set(t,e)),e}function it(n){return n.reduce((t,e)=>t+e,0)}function rt(n,t){
return Math.min(Wt,ct+Math.log((1+t)/(1+n)))}function w(n,t,e){(n.get(t)??0)<e&&n.set(t,e)}function M(n){return`#${n}`}var at=new Map;
function z(n){let t=at.get(n);if(!t){let e=O(n);t=e.map(u),e.length>1&&t.push(u(e.join(""))),at.set(n,t)}return t}function Bt(n){
let t=new Map,e=(s,o)=>{for(let i of O(s))w(t,u(i),o)};return e(n.words,tt),n.kind==="operation"?{entry:n,stems:t,rows:[],
names:Ht(n,t)}:(n.kind==="section"&&e(n.about,tt),{entry:n,stems:t,rows:[],names:[new Set(T(t,n.title,S))]})}function T(n,t,e){
let s=z(t);for(let o of s)w(n,o,e);return s.length>1?s.slice(0,-1):s}function Ht({method:n,about:t,title:e,uid:s},o){let i=t.
split("?")[0].split("/").filter(Boolean),r=i.filter(p=>!p.includes("{")),a=r.at(-1)??"",c=r.map(p=>T(o,p,p===a?S:Q));for(let p of i)
p.includes("{")&&T(o,p,et);let h=s.split("_").map((p,f)=>T(o,p,f?S:et));w(o,u(n.toLowerCase()),S);let l=(c.at(-1)??[]).some(
k);O(e).forEach((p,f)=>{let g=u(p);k(g)?w(o,g,f?R:l?S:Ct):w(o,g,f?Q:S)});let d=j[n];if(d&&!l){let p=i.at(-1)===a;w(o,M(u(
d)),d==="create"&&!p?R:Z),d==="get"&&p&&w(o,M("list"),Z)}return[c,h].map(p=>new Set(p.flat()))}function Kt(n,t){for(let[
e,...s]of n.tables){let o=s.find(i=>z(i).includes(t));if(o!==void 0)return{table:e,name:o}}return null}var lt=new v,ht=null,W=0,ft=0;function Yt(){let n=!1,t=()=>ht?.progress(ft<W&&!n,n);for(let e=0;e<W;e+=1)_(`search/${e}.\
js`).then(t,()=>{n=!0,t()});t()}window.callsheetSearch=n=>{lt.add(n),ft+=1};window.callsheet.startSearch=n=>{W=n};window.
callsheet.attachSearch=n=>{ht=new L(n,lt),Yt()};})();
