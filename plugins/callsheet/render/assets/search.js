/*! Made by `make javascript`: sources f8847915055843a2, code 054c933b99d15d5b */
"use strict";(()=>{var{VALID:Gt,authorization:qt,badge:C,copy:Vt,load:_,make:g,onPage:Xt,schemes:Jt,siteUrl:F,statusNote:Qt,storedText:Zt,values:te}=window.
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
St=/^[ -~]*$/,bt=/\p{M}+/gu,Ot=/['’]s\b/g;function b(n){return((St.test(n)?n:n.normalize("NFKD").replace(bt,"")).replace(
Ot,"").match(B)??[]).map(s=>s.toLowerCase())}var U=new Map;function p(n){let t=U.get(n);return t===void 0&&(t=Et(n),U.set(
n,t)),t}function Et(n){if(n.length<4||n.length>wt)return n;let t=n.replace(/(?:ie[sd])$/,"y").replace(/(ss|x|ch|sh|z)es$/,
"$1").replace(/([^aeious]|[aeo])s$/,"$1"),e=/^(.*[aeiouy].*?)(?:ing|ed)$/.exec(t);return e&&e[1].length>2&&(t=e[1].replace(
/([^aeiouls])\1$/,"$1")),t.replace(/(?<=^.{4,}[ts])ion$/,"").replace(/(?<=...)e$/,"")}var P=new Map;for(let n of gt){let t=n.
split(" "),e=t.filter(s=>!mt.has(s)).map(p);for(let s of t.map(p))P.set(s,new Set([...P.get(s)??[],...e]))}function A(n){
return P.get(n)??[n]}var At=new Set(["get","create","update","delete","list","find",yt].flatMap(n=>[...A(p(n))]));function k(n){
return At.has(n)}function H(n){let t=[],e=0;for(let{0:s,index:o}of n.matchAll(B))o>e&&t.push({part:n.slice(e,o),stemmed:""}),
t.push({part:s,stemmed:p(s.toLowerCase())}),e=o+s.length;return e<n.length&&t.push({part:n.slice(e),stemmed:""}),t}function K(n){
let t=b(n),e=t.filter(s=>!dt.has(s));return e.length?e:t}function Y(n,t){if(Math.abs(n.length-t.length)>1)return!1;let e=0;
for(;e<n.length&&n[e]===t[e];)e+=1;let s=n.slice(e),o=t.slice(e);if(n.length!==t.length)return n.length>t.length?s.slice(
1)===o:o.slice(1)===s;let i=s[0]===o[1]&&s[1]===o[0];return s.slice(1)===o.slice(1)||i&&s.slice(2)===o.slice(2)}var D={operation:{name:"Operations",one:"operation",many:"operations",shown:30},type:{name:"Types",one:"type",many:"type\
s",shown:5},section:{name:"Pages",one:"page or heading",many:"pages and headings",shown:10}},kt={path:"Path",query:"Quer\
y",header:"Header",cookie:"Cookie",request:"Body",response:"Response",property:"Property",example:"Example"},Lt=/[^\p{L}\p{N}_.-]+/gu,
L=class{#s;#e;#t=[];#n=-1;#i="";constructor(t,e){this.#s=t,this.#e=e;let{dialog:s,input:o,list:i}=t;o.addEventListener("\
input",()=>this.#o()),o.addEventListener("keydown",r=>this.#c(r)),i.addEventListener("click",r=>{let{ctrlKey:a,metaKey:l,
shiftKey:f,target:h}=r;h instanceof Element&&h.closest("a")&&!a&&!l&&!f&&s.close()})}progress(t,e){this.#i=t?" Loading …":
e?" Some results cannot be loaded.":"",this.#o()}#o(){let{input:t,list:e,said:s}=this.#s,o=t.value.trim(),i=o?this.#e.search(
o):this.#e.operations.map(f=>({entry:f,score:0,used:new Set,row:null})),r=new Map;for(let f of i){let h=r.get(f.entry.kind);
h?h.push(f):r.set(f.entry.kind,[f])}this.#t=[],e.replaceChildren(...[...r].map(([f,h])=>this.#r(f,h))),e.hidden=!this.#t.
length,e.scrollTop=0,t.setAttribute("aria-expanded",String(!e.hidden));let a=[...r].map(([f,{length:h}])=>{let{one:d,many:c}=D[f];
return`${h} ${h===1?d:c}`}),l=i.length>this.#t.length?`, the first ${this.#t.length} below`:"";s.textContent=`${a.length?
a.join(", "):"Nothing found"}${l}.${this.#i}`,this.#a(o&&this.#t.length?0:-1)}#r(t,e){let{name:s,shown:o}=D[t],i=g("ul",
{role:"group","aria-label":s});for(let a of e.slice(0,o)){let l=Tt(a);l.id=`callsheet-result-${this.#t.length}`,this.#t.
push(l),i.append(g("li",{role:"none"},l))}let r=g("p",{class:"callsheet-note","aria-hidden":"true"},s);return g("div",{role:"\
presentation"},r,i)}#c(t){if(t.isComposing)return;let s={ArrowDown:1,ArrowUp:-1}[t.key];if(t.key==="Enter")t.preventDefault(),
this.#t[this.#n]?.click();else if(s&&this.#t.length){t.preventDefault();let o=this.#n<0&&s<0?this.#t.length-1:this.#n+s;
this.#a(Math.max(0,Math.min(o,this.#t.length-1)))}}#a(t){this.#t[this.#n]?.setAttribute("aria-selected","false"),this.#n=
t;let e=this.#t[t],{input:s}=this.#s;if(!e){s.removeAttribute("aria-activedescendant");return}e.setAttribute("aria-selec\
ted","true"),e.scrollIntoView({block:"nearest"}),s.setAttribute("aria-activedescendant",e.id)}};function Tt({entry:n,used:t,
row:e}){let{kind:s,title:o,about:i,method:r}=n,a=s==="operation"?C(r):C(D[s].name.slice(0,-1)),l=g("span",{},g("strong",
{},...$(o,t)));if(i&&l.append(g(s==="operation"?"code":"small",{},...$(i,t))),e){let h=g("code",{},...$(e.name,t));l.append(
g("small",{class:"callsheet-row"},`${kt[e.table]} `,h))}let f=F(n.url)+(e?vt(e):"");return g("a",{role:"option",href:f,tabindex:"\
-1","aria-selected":"false"},a,l)}function vt({table:n,name:t}){return n==="example"?"":`#${n}-${t.replace(Lt,"")}`}function $(n,t){
return H(n).map(({part:e,stemmed:s})=>s&&t.has(s)?g("mark",{},e):e)}var G=/^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\s+(?=\S*\/)/i,Mt=/^\{[^{}]*\}$/;function q(n){return n.split(/[?#]/,1)[0].
split("/").filter(Boolean)}function xt(n,t){let[e,s]=n.length>t.length?[n,t]:[t,n],o=e.slice(e.length-s.length),[i,r]=e===
n?[o,t]:[n,o],a=0;for(let l=0;l<i.length;l+=1){let f=r[l].replace(/\{[^{}]*\}/g,"{}").toLowerCase(),h=i[l].replace(/\{[^{}]*\}/g,
"{}").toLowerCase();if(f===h)a+=Mt.test(r[l])?0:1;else if(!Nt(f,h))return-1}return a}function Nt(n,t){let e=n.split("{}");
if(e.length===1)return!1;let[s,o]=[e[0],e[e.length-1]];return t.length>=s.length+o.length&&t.startsWith(s)&&t.endsWith(o)}
function V(n,t){let e=t.trim(),s=e.split(/[#/]/).filter(Boolean).at(-1)?.toLowerCase(),o=n.filter(({uid:h})=>s&&h.toLowerCase()===
s);if(o.length&&(!/\s/.test(e)||e.startsWith("http")))return o;let i=G.exec(e)?.[0].trim().toUpperCase()??"",r=e.replace(
G,"");if(!r.includes("/")||/\s/.test(r))return[];let a=q(r.replace(/^[a-z][a-z+.-]*:\/\/[^/]*/i,"")),l=n.filter(h=>!i||h.
method===i).map(h=>({operation:h,fit:xt(a,q(h.about))})).filter(({fit:h})=>h>0),f=Math.max(0,...l.map(({fit:h})=>h));return l.
filter(({fit:h})=>h===f).map(({operation:h})=>h)}var X={operation:5,type:1,section:3};function J({kind:n,rows:t,tables:e}){return t.map(([s,...o])=>{let i=o.slice(0,X[n]).
map(String),r=o.slice(X[n]).map(u=>e[Number(u)]),a={kind:n,url:String(s),about:"",method:"",uid:"",words:"",tables:r};if(n===
"type")return{...a,title:i[0]};if(n==="section"){let[u,m,O]=i;return{...a,title:u,about:m,words:O}}let[l,f,h,d,c]=i;return{
...a,method:l,about:f,uid:h,title:d,words:c}})}var y=3,Ct=2.8,Q=2,Z=3,tt=1.6,et=1,R=.8,nt=.85,Pt=.75,I=.7,$t=1,Dt=4,It=.5,Rt=1.5,ct=.1,zt=3,st=.5,Wt=1.5,_t=1.05,Ft=1.25,
v=class{#s=[];#e=new Map;#t=new Map;#n=new Map;add(t){this.#n.clear();let e=new Map;for(let s of t.tables){let o=new Set(
s.slice(1).flatMap(z)),i=[];e.set(s,{rows:o,users:i});for(let r of o)ot(this.#t,r).push(i)}for(let s of J(t)){let o=jt(s);
for(let i of s.tables){let r=e.get(i);r&&(r.users.push(o),o.rows.push(r.rows))}this.#s.push(o);for(let i of o.stems.keys())
ot(this.#e,i).push(o)}}get operations(){return this.#s.filter(({entry:e})=>e.kind==="operation").map(({entry:e})=>e)}#i(t){
let e=this.#n.get(t);if(!e){e=new Set(this.#e.get(t));for(let s of this.#t.get(t)??[])for(let o of s)e.add(o);this.#n.set(
t,e)}return e}#o(t){return this.#e.has(t)||this.#t.has(t)}*#r(){yield*this.#e.keys();for(let t of this.#t.keys())this.#e.
has(t)||(yield t)}search(t){let e=V(this.operations,t);if(e.length)return e.map(c=>({entry:c,score:1,used:new Set,row:null}));
let s=this.#h(t),o=new Set,i=s.filter(c=>!c.isAction);for(let{matches:c}of i.length?i:s)for(let u of c.keys())for(let m of this.#i(
u))o.add(m);let r=it(s.map(({weight:c})=>c)),a=[...o].map(c=>this.#c(c,s,r)),l=Math.max(0,...a.map(({covered:c})=>c)),f=a.
filter(({covered:c})=>c>=l*It),h=s.some(c=>c.isAction),d=t.trim().toLowerCase();for(let c of f)c.entry.title.toLowerCase()===
d?c.score*=Wt:!h&&c.entry.method==="GET"&&(c.score*=_t);return f.sort((c,u)=>u.score-c.score),Ut(f,h)}#c({entry:t,stems:e,
rows:s,names:o},i,r){let a=0,l=0,f=null,h=new Set;for(let{matches:m,weight:O}of i){let S=0,x="";for(let[E,pt]of m){let N=(e.
get(E)??(s.some(ut=>ut.has(E))?R:0))*pt;N>0&&h.add(E),N>S&&([S,x]=[N,E])}a+=S*O,S>0&&(l+=O),S>0&&!e.has(x)&&(f??=Ht(t,x))}
let d=r?l/r:0,c=Math.min(...o.map(m=>this.#a(m,h))),u=l?l/(l+c):0;return{entry:t,row:f,used:h,covered:l,score:a/(r||1)*(.3+
.7*d)*(1-st+st*u)}}#a(t,e){return it([...t].map(s=>e.has(s)?0:this.#l(s)-ct))}#l(t){return rt(this.#i(t).size,this.#s.length)}#h(t){
let e=K(t),s=new Set;for(let o=0;o<e.length;o+=1){let i=p(e[o]+(e[o+1]??"")),r=o+1<e.length&&this.#o(i)&&!(this.#o(p(e[o]))&&
this.#o(p(e[o+1])));s.add(r?i:p(e[o])),r&&(o+=1)}return[...s].map(o=>this.#f(o))}#f(t){let e=new Map,s=(a,l)=>{this.#o(a)&&
w(e,a,l)};for(let a of A(t))s(a,nt),s(M(a),1);if(s(t,1),t.length>=$t)for(let a of this.#r())a.length>t.length&&a.startsWith(
t)&&s(a,Pt*(.5+.5*t.length/a.length));if(!e.size&&t.length>=Dt){for(let a of this.#r())if(Y(a,t)){for(let l of A(a))s(l,
I*nt),s(M(l),I);s(a,I)}}let o=new Set([...e.keys()].flatMap(a=>[...this.#i(a)])),i=k(t)||[...e.keys()].some(a=>a.startsWith(
"#")),r=rt(o.size,this.#s.length);return{matches:e,weight:i?Math.max(r,Rt):r,isAction:i}}};function Ut(n,t){let s=["oper\
ation","type","section"].map(l=>n.filter(({entry:f})=>f.kind===l)),[o]=s,i=(o[0]?.score??0)*Ft,r=s.slice(1).sort(([l],[f])=>(f?.
score??0)-(l?.score??0));return(t||i>=(r[0][0]?.score??0)?[o,...r]:[r[0],o,r[1]]).flat()}function ot(n,t){let e=n.get(t);
return e||(e=[],n.set(t,e)),e}function it(n){return n.reduce((t,e)=>t+e,0)}function rt(n,t){return Math.min(zt,ct+Math.log(
(1+t)/(1+n)))}function w(n,t,e){(n.get(t)??0)<e&&n.set(t,e)}function M(n){return`#${n}`}var at=new Map;function z(n){let t=at.
get(n);if(!t){let e=b(n);t=e.map(p),e.length>1&&t.push(p(e.join(""))),at.set(n,t)}return t}function jt(n){let t=new Map,
e=(s,o)=>{for(let i of b(s))w(t,p(i),o)};return e(n.words,tt),n.kind==="operation"?{entry:n,stems:t,rows:[],names:Bt(n,t)}:
(n.kind==="section"&&e(n.about,tt),{entry:n,stems:t,rows:[],names:[new Set(T(t,n.title,y))]})}function T(n,t,e){let s=z(
t);for(let o of s)w(n,o,e);return s.length>1?s.slice(0,-1):s}function Bt({method:n,about:t,title:e,uid:s},o){let i=t.split(
"?")[0].split("/").filter(Boolean),r=i.filter(c=>!c.includes("{")),a=r.at(-1)??"",l=r.map(c=>T(o,c,c===a?y:Q));for(let c of i)
c.includes("{")&&T(o,c,et);let f=s.split("_").map((c,u)=>T(o,c,u?y:et));w(o,p(n.toLowerCase()),y);let h=(l.at(-1)??[]).some(
k);b(e).forEach((c,u)=>{let m=p(c);k(m)?w(o,m,u?R:h?y:Ct):w(o,m,u?Q:y)});let d=j[n];if(d&&!h){let c=i.at(-1)===a;w(o,M(p(
d)),d==="create"&&!c?R:Z),d==="get"&&c&&w(o,M("list"),Z)}return[l,f].map(c=>new Set(c.flat()))}function Ht(n,t){for(let[
e,...s]of n.tables){let o=s.find(i=>z(i).includes(t));if(o!==void 0)return{table:e,name:o}}return null}var lt=new v,ht=null,W=0,ft=0;function Kt(){let n=!1,t=()=>ht?.progress(ft<W&&!n,n);for(let e=0;e<W;e+=1)_(`search/${e}.\
js`).then(t,()=>{n=!0,t()});t()}window.callsheetSearch=n=>{lt.add(n),ft+=1};window.callsheet.startSearch=n=>{W=n};window.
callsheet.attachSearch=n=>{ht=new L(n,lt),Kt()};})();
