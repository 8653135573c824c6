/*! Made by `make javascript`: sources 885861b123b52659, code be727944081b588b */
"use strict";(()=>{var{API_KEY:Qt,VALID:Zt,all:te,badge:$,copy:ee,credentials:se,load:z,make:m,onPage:oe,openDialog:ne,placeholders:ie,save:re,
schemes:ae,siteUrl:F,statusNote:ce,storedText:le,values:he}=window.callsheet;var St=new Set("a about an and any anybody api are as at be before but by call can could did do does endpoint for from g\
ive has have how i if in into is it its just like me method my need of on only or operation our out please request shoul\
d so some somebody somehow someone something than that the their them then there these they this those to us want was we\
 what when where whether which who whose why will with without would you your".split(" ")),Ot=["upload send save store",
"image picture photo photograph portrait avatar","delete remove erase destroy discard","list all every overview","create\
 add new insert make register","update change edit modify set replace save assign give grant","get read fetch show retri\
eve download view return load","find search query lookup get","discard revert undo cancel withdraw revoke remove","activ\
ate enable","deactivate disable","check validate verify valid","test try ping","merge combine join unite","notify tell i\
nform","run execute start","lock checkout","person people","file attachment","user login","right permission privilege","\
size length bytes","kind type","company organization organisation"],bt=new Set(["new","every"]),Y=Object.freeze({GET:"ge\
t",HEAD:"get",POST:"create",PUT:"update",PATCH:"update",DELETE:"delete"}),At=40,Et="upload",K=/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{N}+|[\p{Lo}\p{Lm}]+/gu,
xt=/^[ -~]*$/,Tt=/\p{M}+/gu,Lt=/['’]s\b/g;function A(s){return((xt.test(s)?s:s.normalize("NFKD").replace(Tt,"")).replace(
Lt,"").match(K)??[]).map(o=>o.toLowerCase())}var U=new Map;function u(s){let t=U.get(s);return t===void 0&&(t=kt(s),U.set(
s,t)),t}function kt(s){if(s.length<4||s.length>At)return s;let t=s.replace(/(?:ie[sd])$/,"y").replace(/(ss|x|ch|sh|z)es$/,
"$1").replace(/([^aeious]|[aeo])s$/,"$1"),e=/^(.*[aeiouy].*?)(?:ing|ed)$/.exec(t);return e&&e[1].length>2&&(t=e[1].replace(
/([^aeiouls])\1$/,"$1")),t.replace(/(?<=^.{4,}[ts])ion$/,"").replace(/(?<=...)e$/,"")}var C=new Map;for(let s of Ot){let t=s.
split(" "),e=t.filter(o=>!bt.has(o)).map(u);for(let o of t.map(u))C.set(o,new Set([...C.get(o)??[],...e]))}function T(s){
return C.get(s)??[s]}var Mt=new Set(["get","create","update","delete","list","find",Et].flatMap(s=>[...T(u(s))]));function E(s){
return Mt.has(s)}function j(s){let t=[],e=0;for(let{0:o,index:n}of s.matchAll(K))n>e&&t.push({part:s.slice(e,n),stemmed:""}),
t.push({part:o,stemmed:u(o.toLowerCase())}),e=n+o.length;return e<s.length&&t.push({part:s.slice(e),stemmed:""}),t}function B(s){
let t=A(s),e=t.filter(o=>!St.has(o));return e.length?e:t}function H(s,t){if(Math.abs(s.length-t.length)>1)return!1;let e=0;
for(;e<s.length&&s[e]===t[e];)e+=1;let o=s.slice(e),n=t.slice(e);if(s.length!==t.length)return s.length>t.length?o.slice(
1)===n:n.slice(1)===o;let r=o[0]===n[1]&&o[1]===n[0];return o.slice(1)===n.slice(1)||r&&o.slice(2)===n.slice(2)}var R={operation:{name:"Operations",one:"operation",many:"operations",shown:30},type:{name:"Types",one:"type",many:"type\
s",shown:5},section:{name:"Pages",one:"page or heading",many:"pages and headings",shown:10}},vt={path:"Path",query:"Quer\
y",header:"Header",cookie:"Cookie",request:"Body",response:"Response",property:"Property",example:"Example"},It=/[^\p{L}\p{N}_.-]+/gu,
L=class{#s;#e;#t=[];#o=-1;#i="";constructor(t,e){this.#s=t,this.#e=e;let{dialog:o,input:n,list:r}=t;n.addEventListener("\
input",()=>this.#n()),n.addEventListener("keydown",c=>this.#c(c)),r.addEventListener("click",c=>{let{ctrlKey:f,metaKey:l,
shiftKey:i,target:a}=c;a instanceof Element&&a.closest("a")&&!f&&!l&&!i&&o.close()})}progress(t,e){this.#i=t?" Loading …":
e?" Some results cannot be loaded.":"",this.#n()}#n(){let{input:t,list:e,said:o}=this.#s,n=t.value.trim(),r=n?this.#e.search(
n):this.#e.operations.map(i=>({entry:i,score:0,used:new Set,row:null})),c=new Map;for(let i of r){let a=c.get(i.entry.kind);
a?a.push(i):c.set(i.entry.kind,[i])}this.#t=[],e.replaceChildren(...[...c].map(([i,a])=>this.#r(i,a))),e.hidden=!this.#t.
length,e.scrollTop=0,t.setAttribute("aria-expanded",String(!e.hidden));let f=[...c].map(([i,{length:a}])=>{let{one:d,many:p}=R[i];
return`${a} ${a===1?d:p}`}),l=r.length>this.#t.length?`, the first ${this.#t.length} below`:"";o.textContent=`${f.length?
f.join(", "):"Nothing found"}${l}.${this.#i}`,this.#a(n&&this.#t.length?0:-1)}#r(t,e){let{name:o,shown:n}=R[t],r=m("ul",
{role:"group","aria-label":o});for(let f of e.slice(0,n)){let l=Nt(f);l.id=`callsheet-result-${this.#t.length}`,this.#t.
push(l),r.append(m("li",{role:"none"},l))}let c=m("p",{class:"callsheet-note","aria-hidden":"true"},o);return m("div",{role:"\
presentation"},c,r)}#c(t){if(t.isComposing)return;let o={ArrowDown:1,ArrowUp:-1}[t.key];if(t.key==="Enter")t.preventDefault(),
this.#t[this.#o]?.click();else if(o&&this.#t.length){t.preventDefault();let n=this.#o<0&&o<0?this.#t.length-1:this.#o+o;
this.#a(Math.max(0,Math.min(n,this.#t.length-1)))}}#a(t){this.#t[this.#o]?.setAttribute("aria-selected","false"),this.#o=
t;let e=this.#t[t],{input:o}=this.#s;if(!e){o.removeAttribute("aria-activedescendant");return}e.setAttribute("aria-selec\
ted","true"),e.scrollIntoView({block:"nearest"}),o.setAttribute("aria-activedescendant",e.id)}};function Nt({entry:s,used:t,
row:e}){let{kind:o,title:n,about:r,method:c}=s,f=o==="operation"?$(c):$(R[o].name.slice(0,-1)),l=m("span",{},m("strong",
{},...D(n,t)));if(r&&l.append(m(o==="operation"?"code":"small",{},...D(r,t))),e){let a=m("code",{},...D(e.name,t));l.append(
m("small",{class:"callsheet-row"},`${vt[e.table]} `,a))}let i=F(s.url)+(e?Pt(e):"");return m("a",{role:"option",href:i,tabindex:"\
-1","aria-selected":"false"},f,l)}function Pt({table:s,name:t}){return s==="example"?"":`#${s}-${t.replace(It,"")}`}function D(s,t){
return j(s).map(({part:e,stemmed:o})=>o&&t.has(o)?m("mark",{},e):e)}var G=/^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\s+(?=\S*\/)/i,$t=/^\{[^{}]*\}$/;function q(s){return s.split(/[?#]/,1)[0].
split("/").filter(Boolean)}function Ct(s,t){let[e,o]=s.length>t.length?[s,t]:[t,s],n=e.slice(e.length-o.length),[r,c]=e===
s?[n,t]:[s,n],f=0;for(let l=0;l<r.length;l+=1){let i=c[l].replace(/\{[^{}]*\}/g,"{}").toLowerCase(),a=r[l].replace(/\{[^{}]*\}/g,
"{}").toLowerCase();if(i===a)f+=$t.test(c[l])?0:1;else if(!Dt(i,a))return-1}return f}function Dt(s,t){let e=s.split("{}");
if(e.length===1)return!1;let[o,n]=[e[0],e[e.length-1]];return t.length>=o.length+n.length&&t.startsWith(o)&&t.endsWith(n)}
function V(s,t){let e=t.trim(),o=e.split(/[#/]/).filter(Boolean).at(-1)?.toLowerCase(),n=s.filter(({uid:a})=>o&&a.toLowerCase()===
o);if(n.length&&(!/\s/.test(e)||e.startsWith("http")))return n;let r=G.exec(e)?.[0].trim().toUpperCase()??"",c=e.replace(
G,"");if(!c.includes("/")||/\s/.test(c))return[];let f=q(c.replace(/^[a-z][a-z+.-]*:\/\/[^/]*/i,"")),l=s.filter(a=>!r||a.
method===r).map(a=>({operation:a,fit:Ct(f,q(a.about))})).filter(({fit:a})=>a>0),i=Math.max(0,...l.map(({fit:a})=>a));return l.
filter(({fit:a})=>a===i).map(({operation:a})=>a)}var X={operation:5,type:1,section:3};function J({kind:s,rows:t,tables:e}){return t.map(([o,...n])=>{let r=n.slice(0,X[s]).
map(String),c=n.slice(X[s]).map(h=>e[Number(h)]),f={kind:s,url:String(o),about:"",method:"",uid:"",words:"",tables:c};if(s===
"type")return{...f,title:r[0]};if(s==="section"){let[h,g,y]=r;return{...f,title:h,about:g,words:y}}let[l,i,a,d,p]=r;return{
...f,method:l,about:i,uid:a,title:d,words:p}})}var O=3,Rt=2.8,Q=2,Z=3,tt=1.6,et=1,M=.8,ot="#";function w(s,t,e){(s.get(t)??0)<e&&s.set(t,e)}function x(s){return`${ot}${s}`}
function nt(s){return s.startsWith(ot)}var st=new Map;function v(s){let t=st.get(s);if(!t){let e=A(s);t=e.map(u),e.length>
1&&t.push(u(e.join(""))),st.set(s,t)}return t}function it(s){let t=new Map,e=(o,n)=>{for(let r of A(o))w(t,u(r),n)};return e(
s.words,tt),s.kind==="operation"?{entry:s,stems:t,rows:[],names:_t(s,t)}:(s.kind==="section"&&e(s.about,tt),{entry:s,stems:t,
rows:[],names:[new Set(k(t,s.title,O))]})}function k(s,t,e){let o=v(t);for(let n of o)w(s,n,e);return o.length>1?o.slice(
0,-1):o}function _t({method:s,about:t,title:e,uid:o},n){let r=t.split("?")[0].split("/").filter(Boolean),c=r.filter(p=>!p.
includes("{")),f=c.at(-1)??"",l=c.map(p=>k(n,p,p===f?O:Q));for(let p of r)p.includes("{")&&k(n,p,et);let i=o.split("_").
map((p,h)=>k(n,p,h?O:et));w(n,u(s.toLowerCase()),O);let a=(l.at(-1)??[]).some(E);A(e).forEach((p,h)=>{let g=u(p);E(g)?w(
n,g,h?M:a?O:Rt):w(n,g,h?Q:O)});let d=Y[s];if(d&&!a){let p=r.at(-1)===f;w(n,x(u(d)),d==="create"&&!p?M:Z),d==="get"&&p&&w(
n,x("list"),Z)}return[l,i].map(p=>new Set(p.flat()))}function rt(s,t){for(let[e,...o]of s.tables){let n=o.find(r=>v(r).includes(
t));if(n!==void 0)return{table:e,name:n}}return null}var at=.85,Wt=.75,_=.7,zt=.3,Ft=1,Ut=4,Yt=.5,Kt=.25,jt=1.5,pt=.1,Bt=3,ct=.5,Ht=1.5,Gt=1.05,qt=1.25,I=class{#s=[];#e=new Map;#t=new Map;#o=new Map;add(t){
this.#o.clear();let e=new Map;for(let o of t.tables){let n=new Set(o.slice(1).flatMap(v)),r=[];e.set(o,{rows:n,users:r});
for(let c of n)lt(this.#t,c).push(r)}for(let o of J(t)){let n=it(o);for(let r of o.tables){let c=e.get(r);c&&(c.users.push(
n),n.rows.push(c.rows))}this.#s.push(n);for(let r of n.stems.keys())lt(this.#e,r).push(n)}}get operations(){return this.#s.
filter(({entry:e})=>e.kind==="operation").map(({entry:e})=>e)}#i(t){let e=this.#o.get(t);if(!e){e=new Set(this.#e.get(t));
for(let o of this.#t.get(t)??[])for(let n of o)e.add(n);this.#o.set(t,e)}return e}#n(t){return this.#e.has(t)||this.#t.has(
t)}*#r(){yield*this.#e.keys();for(let t of this.#t.keys())this.#e.has(t)||(yield t)}search(t){let e=V(this.operations,t);
if(e.length)return e.map(h=>({entry:h,score:1,used:new Set,row:null}));let o=this.#f(t),n=new Set,r=o.filter(h=>!h.isAction);
for(let{matches:h}of r.length?r:o)for(let g of h.keys())for(let y of this.#i(g))n.add(y);let c=ht(o.map(({weight:h})=>h)),
f=[...n].map(h=>this.#c(h,o,c)),l=Math.max(0,...f.map(({covered:h})=>h)),i=f.filter(({covered:h})=>h>=l*Yt),a=o.some(h=>h.
isAction),d=t.trim().toLowerCase();for(let h of i)h.entry.title.toLowerCase()===d?h.score*=Ht:!a&&h.entry.method==="GET"&&
(h.score*=Gt);i.sort((h,g)=>g.score-h.score);let p=(i[0]?.score??0)*Kt;return Vt(i.filter(({score:h})=>h>=p),a)}#c({entry:t,
stems:e,rows:o,names:n},r,c){let f=0,l=0,i=null,a=new Set;for(let{matches:g,weight:y}of r){let b=0,N="";for(let[S,mt]of g){
let wt=!e.has(S)&&o.some(yt=>yt.has(S)),P=(e.get(S)??(wt?M*this.#h(S):0))*mt;P>0&&a.add(S),P>b&&([b,N]=[P,S])}f+=b*y,b>0&&
(l+=y),b>0&&!e.has(N)&&(i??=rt(t,N))}let d=c?l/c:0,p=Math.min(...n.map(g=>this.#a(g,a))),h=l?l/(l+p):0;return{entry:t,row:i,
used:a,covered:l,score:f/(c||1)*(.3+.7*d)*(1-ct+ct*h)}}#a(t,e){return ht([...t].map(o=>e.has(o)?0:this.#l(o)-pt))}#l(t){
return ft(this.#e.get(t)?.length??0,this.#s.length)}#h(t){return Math.max(zt,1-this.#i(t).size/this.#s.length)}#f(t){let e=B(
t),o=new Set;for(let n=0;n<e.length;n+=1){let r=u(e[n]+(e[n+1]??"")),c=n+1<e.length&&this.#n(r)&&!(this.#n(u(e[n]))&&this.#n(
u(e[n+1])));o.add(c?r:u(e[n])),c&&(n+=1)}return[...o].map(n=>this.#p(n))}#p(t){let e=new Map,o=(i,a)=>{this.#n(i)&&w(e,i,
a)};for(let i of T(t))o(i,at),o(x(i),1);if(o(t,1),t.length>=Ft)for(let i of this.#r())i.length>t.length&&i.startsWith(t)&&
o(i,Wt*(.5+.5*t.length/i.length));if(!e.size&&t.length>=Ut){for(let i of this.#r())if(H(i,t)){for(let a of T(i))o(a,_*at),
o(x(a),_);o(i,_)}}let n=[...e.keys()].flatMap(i=>this.#e.get(i)??[]),r=n.length?[]:[...e.keys()].flatMap(i=>[...this.#i(
i)]),c=new Set([...n,...r]),f=E(t)||[...e.keys()].some(i=>nt(i)),l=ft(c.size,this.#s.length);return{matches:e,weight:f?Math.
max(l,jt):l,isAction:f}}};function Vt(s,t){let o=["operation","type","section"].map(l=>s.filter(({entry:i})=>i.kind===l)),
[n]=o,r=(n[0]?.score??0)*qt,c=o.slice(1).sort(([l],[i])=>(i?.score??0)-(l?.score??0));return(t||r>=(c[0][0]?.score??0)?[
n,...c]:[c[0],n,c[1]]).flat()}function lt(s,t){let e=s.get(t);return e||(e=[],s.set(t,e)),e}function ht(s){return s.reduce(
(t,e)=>t+e,0)}function ft(s,t){return Math.min(Bt,pt+Math.log((1+t)/(1+s)))}var ut=new I,dt=null,W=0,gt=0;function Xt(){let s=!1,t=()=>dt?.progress(gt<W&&!s,s);for(let e=0;e<W;e+=1)z(`search/${e}.\
js`).then(t,()=>{s=!0,t()});t()}window.callsheetSearch=s=>{ut.add(s),gt+=1};window.callsheet.startSearch=s=>{W=s};window.
callsheet.attachSearch=s=>{dt=new L(s,ut),Xt()};})();
