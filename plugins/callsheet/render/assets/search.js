/*! Made by `make javascript`: sources ff83df5d9eb10ec4, code 51edf8409185848b */
"use strict";(()=>{var{API_KEY:Zt,VALID:te,all:ee,assetUrl:oe,badge:P,copy:se,credentials:ne,load:z,make:m,onPage:ie,openDialog:re,placeholders:ae,
save:ce,schemes:le,siteUrl:U,statusNote:he,storedText:fe,values:pe}=window.callsheet;var Ot=new Set("a about an and any anybody api are as at be before but by call can could did do does endpoint for from g\
ive has have how i if in into is it its just like me method my need of on only or operation our out please request shoul\
d so some somebody somehow someone something than that the their them then there these they this those to us want was we\
 what when where whether which who whose why will with without would you your".split(" ")),bt=["upload send save store",
"image picture photo photograph portrait avatar","delete remove erase destroy discard","list all every overview","create\
 add new insert make register","update change edit modify set replace save assign give grant","get read fetch show retri\
eve download view return load","find search query lookup get","discard revert undo cancel withdraw revoke remove","activ\
ate enable","deactivate disable","check validate verify valid","test try ping","merge combine join unite","notify tell i\
nform","run execute start","lock checkout","person people","file attachment","user login","right permission privilege","\
size length bytes","kind type","company organization organisation","copy duplicate clone","reject decline refuse deny","\
approve accept","restore undelete recover","cancel abort stop","mail email"],xt=new Set(["new","every"]),Y=Object.freeze(
{GET:"get",HEAD:"get",POST:"create",PUT:"update",PATCH:"update",DELETE:"delete"}),At=40,Et="upload",j=/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{N}+|[\p{Lo}\p{Lm}]+/gu,
Tt=/^[ -~]*$/,Lt=/\p{M}+/gu,kt=/['’]s\b/g;function x(o){return((Tt.test(o)?o:o.normalize("NFKD").replace(Lt,"")).replace(
kt,"").match(j)??[]).map(s=>s.toLowerCase())}var F=new Map;function u(o){let t=F.get(o);return t===void 0&&(t=vt(o),F.set(
o,t)),t}function K(o){return/[ts]$/.test(o)?[o,`${o}ion`]:[o]}function vt(o){if(o.length<4||o.length>At)return o;let t=o.
replace(/(?:ie[sd])$/,"y").replace(/(ss|x|ch|sh|z)es$/,"$1").replace(/([^aeious]|[aeo])s$/,"$1"),e=/^(.*[aeiouy].*?)(?:ing|ed)$/.
exec(t);return e&&e[1].length>2&&(t=e[1].replace(/([^aeiouls])\1$/,"$1")),t.replace(/(?<=^.{4,}[ts])ion$/,"").replace(/(?<=...)e$/,
"")}var C=new Map;for(let o of bt){let t=o.split(" "),e=t.filter(s=>!xt.has(s)).map(u);for(let s of t.map(u))C.set(s,new Set(
[...C.get(s)??[],...e]))}function T(o){return C.get(o)??[o]}var Mt=new Set(["get","create","update","delete","list","fin\
d",Et].flatMap(o=>[...T(u(o))]));function A(o){return Mt.has(o)}function B(o){let t=[],e=0;for(let{0:s,index:n}of o.matchAll(
j))n>e&&t.push({part:o.slice(e,n),stemmed:""}),t.push({part:s,stemmed:u(s.toLowerCase())}),e=n+s.length;return e<o.length&&
t.push({part:o.slice(e),stemmed:""}),t}function H(o){let t=x(o),e=t.filter(s=>!Ot.has(s));return e.length?e:t}function G(o,t){
if(Math.abs(o.length-t.length)>1)return!1;let e=0;for(;e<o.length&&o[e]===t[e];)e+=1;let s=o.slice(e),n=t.slice(e);if(o.
length!==t.length)return o.length>t.length?s.slice(1)===n:n.slice(1)===s;let r=s[0]===n[1]&&s[1]===n[0];return s.slice(1)===
n.slice(1)||r&&s.slice(2)===n.slice(2)}var R={operation:{name:"Operations",one:"operation",many:"operations",shown:30},type:{name:"Types",one:"type",many:"type\
s",shown:5},section:{name:"Pages",one:"page or heading",many:"pages and headings",shown:10}},It={path:"Path",query:"Quer\
y",header:"Header",cookie:"Cookie",request:"Body",response:"Response",property:"Property",example:"Example"},Nt=/[^\p{L}\p{N}_.-]+/gu,
L=class{#o;#e;#t=[];#s=-1;#i="";constructor(t,e){this.#o=t,this.#e=e;let{dialog:s,input:n,list:r}=t;n.addEventListener("\
input",()=>this.#n()),n.addEventListener("keydown",c=>this.#c(c)),r.addEventListener("click",c=>{let{ctrlKey:f,metaKey:l,
shiftKey:i,target:a}=c;a instanceof Element&&a.closest("a")&&!f&&!l&&!i&&s.close()})}progress(t,e){this.#i=t?" Loading …":
e?" Some results cannot be loaded.":"",this.#n()}#n(){let{input:t,list:e,said:s}=this.#o,n=t.value.trim(),r=n?this.#e.search(
n):this.#e.operations.map(i=>({entry:i,score:0,used:new Set,row:null})),c=new Map;for(let i of r){let a=c.get(i.entry.kind);
a?a.push(i):c.set(i.entry.kind,[i])}this.#t=[],e.replaceChildren(...[...c].map(([i,a])=>this.#r(i,a))),e.hidden=!this.#t.
length,e.scrollTop=0,t.setAttribute("aria-expanded",String(!e.hidden));let f=[...c].map(([i,{length:a}])=>{let{one:d,many:p}=R[i];
return`${a} ${a===1?d:p}`}),l=r.length>this.#t.length?`, the first ${this.#t.length} below`:"";s.textContent=`${f.length?
f.join(", "):"Nothing found"}${l}.${this.#i}`,this.#a(n&&this.#t.length?0:-1)}#r(t,e){let{name:s,shown:n}=R[t],r=m("ul",
{role:"group","aria-label":s});for(let f of e.slice(0,n)){let l=$t(f);l.id=`callsheet-result-${this.#t.length}`,this.#t.
push(l),r.append(m("li",{role:"none"},l))}let c=m("p",{class:"callsheet-note","aria-hidden":"true"},s);return m("div",{role:"\
presentation"},c,r)}#c(t){if(t.isComposing)return;let s={ArrowDown:1,ArrowUp:-1}[t.key];if(t.key==="Enter")t.preventDefault(),
this.#t[this.#s]?.click();else if(s&&this.#t.length){t.preventDefault();let n=this.#s<0&&s<0?this.#t.length-1:this.#s+s;
this.#a(Math.max(0,Math.min(n,this.#t.length-1)))}}#a(t){this.#t[this.#s]?.setAttribute("aria-selected","false"),this.#s=
t;let e=this.#t[t],{input:s}=this.#o;if(!e){s.removeAttribute("aria-activedescendant");return}e.setAttribute("aria-selec\
ted","true"),e.scrollIntoView({block:"nearest"}),s.setAttribute("aria-activedescendant",e.id)}};function $t({entry:o,used:t,
row:e}){let{kind:s,title:n,about:r,method:c}=o,f=s==="operation"?P(c):P(R[s].name.slice(0,-1)),l=m("span",{},m("strong",
{},...D(n,t)));if(r&&l.append(m(s==="operation"?"code":"small",{},...D(r,t))),e){let a=m("code",{},...D(e.name,t));l.append(
m("small",{class:"callsheet-row"},`${It[e.table]} `,a))}let i=U(o.url)+(e?Pt(e):"");return m("a",{role:"option",href:i,tabindex:"\
-1","aria-selected":"false"},f,l)}function Pt({table:o,name:t}){return o==="example"?"":`#${o}-${t.replace(Nt,"")}`}function D(o,t){
return B(o).map(({part:e,stemmed:s})=>s&&t.has(s)?m("mark",{},e):e)}var q=/^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\s+(?=\S*\/)/i,Ct=/^\{[^{}]*\}$/;function V(o){return o.split(/[?#]/,1)[0].
split("/").filter(Boolean)}function Dt(o,t){let[e,s]=o.length>t.length?[o,t]:[t,o],n=e.slice(e.length-s.length),[r,c]=e===
o?[n,t]:[o,n],f=0;for(let l=0;l<r.length;l+=1){let i=c[l].replace(/\{[^{}]*\}/g,"{}").toLowerCase(),a=r[l].replace(/\{[^{}]*\}/g,
"{}").toLowerCase();if(i===a)f+=Ct.test(c[l])?0:1;else if(!Rt(i,a))return-1}return f}function Rt(o,t){let e=o.split("{}");
if(e.length===1)return!1;let[s,n]=[e[0],e[e.length-1]];return t.length>=s.length+n.length&&t.startsWith(s)&&t.endsWith(n)}
function X(o,t){let e=t.trim(),s=e.split(/[#/]/).filter(Boolean).at(-1)?.toLowerCase(),n=o.filter(({uid:a})=>s&&a.toLowerCase()===
s);if(n.length&&(!/\s/.test(e)||e.startsWith("http")))return n;let r=q.exec(e)?.[0].trim().toUpperCase()??"",c=e.replace(
q,"");if(!c.includes("/")||/\s/.test(c))return[];let f=V(c.replace(/^[a-z][a-z+.-]*:\/\/[^/]*/i,"")),l=o.filter(a=>!r||a.
method===r).map(a=>({operation:a,fit:Dt(f,V(a.about))})).filter(({fit:a})=>a>0),i=Math.max(0,...l.map(({fit:a})=>a));return l.
filter(({fit:a})=>a===i).map(({operation:a})=>a)}var J={operation:5,type:1,section:3};function Q({kind:o,rows:t,tables:e}){return t.map(([s,...n])=>{let r=n.slice(0,J[o]).
map(String),c=n.slice(J[o]).map(h=>e[Number(h)]),f={kind:o,url:String(s),about:"",method:"",uid:"",words:"",tables:c};if(o===
"type")return{...f,title:r[0]};if(o==="section"){let[h,g,y]=r;return{...f,title:h,about:g,words:y}}let[l,i,a,d,p]=r;return{
...f,method:l,about:i,uid:a,title:d,words:p}})}var O=3,_t=2.8,Z=2,tt=3,et=1.6,ot=1,v=.8,nt="#";function w(o,t,e){(o.get(t)??0)<e&&o.set(t,e)}function E(o){return`${nt}${o}`}
function it(o){return o.startsWith(nt)}var st=new Map;function M(o){let t=st.get(o);if(!t){let e=x(o);t=e.map(u),e.length>
1&&t.push(u(e.join(""))),st.set(o,t)}return t}function rt(o){let t=new Map,e=(s,n)=>{for(let r of x(s))w(t,u(r),n)};return e(
o.words,et),o.kind==="operation"?{entry:o,stems:t,rows:[],names:Wt(o,t)}:(o.kind==="section"&&e(o.about,et),{entry:o,stems:t,
rows:[],names:[new Set(k(t,o.title,O))]})}function k(o,t,e){let s=M(t);for(let n of s)w(o,n,e);return s.length>1?s.slice(
0,-1):s}function Wt({method:o,about:t,title:e,uid:s},n){let r=t.split("?")[0].split("/").filter(Boolean),c=r.filter(p=>!p.
includes("{")),f=c.at(-1)??"",l=c.map(p=>k(n,p,p===f?O:Z));for(let p of r)p.includes("{")&&k(n,p,ot);let i=s.split("_").
map((p,h)=>k(n,p,h?O:ot));w(n,u(o.toLowerCase()),O);let a=(l.at(-1)??[]).some(A);x(e).forEach((p,h)=>{let g=u(p);A(g)?w(
n,g,h?v:a?O:_t):w(n,g,h?Z:O)});let d=Y[o];if(d&&!a){let p=r.at(-1)===f;w(n,E(u(d)),d==="create"&&!p?v:tt),d==="get"&&p&&
w(n,E("list"),tt)}return[l,i].map(p=>new Set(p.flat()))}function at(o,t){for(let[e,...s]of o.tables){let n=s.find(r=>M(r).
includes(t));if(n!==void 0)return{table:e,name:n}}return null}var ct=.85,zt=.75,_=.7,Ut=.3,Ft=1,Yt=4,jt=.5,Kt=.25,Bt=1.5,ut=.1,Ht=3,lt=.5,Gt=1.5,qt=1.05,Vt=1.25,I=class{#o=[];#e=new Map;#t=new Map;#s=new Map;add(t){
this.#s.clear();let e=new Map;for(let s of t.tables){let n=new Set(s.slice(1).flatMap(M)),r=[];e.set(s,{rows:n,users:r});
for(let c of n)ht(this.#t,c).push(r)}for(let s of Q(t)){let n=rt(s);for(let r of s.tables){let c=e.get(r);c&&(c.users.push(
n),n.rows.push(c.rows))}this.#o.push(n);for(let r of n.stems.keys())ht(this.#e,r).push(n)}}get operations(){return this.#o.
filter(({entry:e})=>e.kind==="operation").map(({entry:e})=>e)}#i(t){let e=this.#s.get(t);if(!e){e=new Set(this.#e.get(t));
for(let s of this.#t.get(t)??[])for(let n of s)e.add(n);this.#s.set(t,e)}return e}#n(t){return this.#e.has(t)||this.#t.has(
t)}*#r(){yield*this.#e.keys();for(let t of this.#t.keys())this.#e.has(t)||(yield t)}search(t){let e=X(this.operations,t);
if(e.length)return e.map(h=>({entry:h,score:1,used:new Set,row:null}));let s=this.#f(t),n=new Set,r=s.filter(h=>!h.isAction);
for(let{matches:h}of r.length?r:s)for(let g of h.keys())for(let y of this.#i(g))n.add(y);let c=ft(s.map(({weight:h})=>h)),
f=[...n].map(h=>this.#c(h,s,c)),l=Math.max(0,...f.map(({covered:h})=>h)),i=f.filter(({covered:h})=>h>=l*jt),a=s.some(h=>h.
isAction),d=t.trim().toLowerCase();for(let h of i)h.entry.title.toLowerCase()===d?h.score*=Gt:!a&&h.entry.method==="GET"&&
(h.score*=qt);i.sort((h,g)=>g.score-h.score);let p=(i[0]?.score??0)*Kt;return Xt(i.filter(({score:h})=>h>=p),a)}#c({entry:t,
stems:e,rows:s,names:n},r,c){let f=0,l=0,i=null,a=new Set;for(let{matches:g,weight:y}of r){let b=0,N="";for(let[S,wt]of g){
let yt=!e.has(S)&&s.some(St=>St.has(S)),$=(e.get(S)??(yt?v*this.#h(S):0))*wt;$>0&&a.add(S),$>b&&([b,N]=[$,S])}f+=b*y,b>0&&
(l+=y),b>0&&!e.has(N)&&(i??=at(t,N))}let d=c?l/c:0,p=Math.min(...n.map(g=>this.#a(g,a))),h=l?l/(l+p):0;return{entry:t,row:i,
used:a,covered:l,score:f/(c||1)*(.3+.7*d)*(1-lt+lt*h)}}#a(t,e){return ft([...t].map(s=>e.has(s)?0:this.#l(s)-ut))}#l(t){
return pt(this.#e.get(t)?.length??0,this.#o.length)}#h(t){return Math.max(Ut,1-this.#i(t).size/this.#o.length)}#f(t){let e=H(
t),s=new Set;for(let n=0;n<e.length;n+=1){let r=u(e[n]+(e[n+1]??"")),c=n+1<e.length&&this.#n(r)&&!(this.#n(u(e[n]))&&this.#n(
u(e[n+1])));s.add(c?r:u(e[n])),c&&(n+=1)}return[...s].map(n=>this.#p(n))}#p(t){let e=new Map,s=(i,a)=>{this.#n(i)&&w(e,i,
a)};for(let i of T(t))s(i,ct),s(E(i),1);if(s(t,1),t.length>=Ft)for(let i of this.#r())i.length>t.length&&i.startsWith(t)&&
s(i,zt*(.5+.5*t.length/i.length));if(!e.size&&t.length>=Yt){for(let i of this.#r())if(K(i).some(a=>G(a,t))){for(let a of T(
i))s(a,_*ct),s(E(a),_);s(i,_)}}let n=[...e.keys()].flatMap(i=>this.#e.get(i)??[]),r=n.length?[]:[...e.keys()].flatMap(i=>[
...this.#i(i)]),c=new Set([...n,...r]),f=A(t)||[...e.keys()].some(i=>it(i)),l=pt(c.size,this.#o.length);return{matches:e,
weight:f?Math.max(l,Bt):l,isAction:f}}};function Xt(o,t){let s=["operation","type","section"].map(l=>o.filter(({entry:i})=>i.
kind===l)),[n]=s,r=(n[0]?.score??0)*Vt,c=s.slice(1).sort(([l],[i])=>(i?.score??0)-(l?.score??0));return(t||r>=(c[0][0]?.
score??0)?[n,...c]:[c[0],n,c[1]]).flat()}function ht(o,t){let e=o.get(t);return e||(e=[],o.set(t,e)),e}function ft(o){return o.
reduce((t,e)=>t+e,0)}function pt(o,t){return Math.min(Ht,ut+Math.log((1+t)/(1+o)))}var dt=new I,gt=null,W=0,mt=0;function Jt(){let o=!1,t=()=>gt?.progress(mt<W&&!o,o);for(let e=0;e<W;e+=1)z(`search/${e}.\
js`).then(t,()=>{o=!0,t()});t()}window.callsheetSearch=o=>{dt.add(o),mt+=1};window.callsheet.startSearch=o=>{W=o};window.
callsheet.attachSearch=o=>{gt=new L(o,dt),Jt()};})();
