/*! Made by `make javascript`: sources 4a799a910a13527f, code 4b735b130d9720cd */
"use strict";(()=>{var{API_KEY:Zt,VALID:te,badge:$,breakable:z,copy:ee,credentials:se,load:F,make:m,onPage:ne,save:oe,schemes:ie,siteUrl:U,
statusNote:re,storedText:ae,values:ce}=window.callsheet;var bt=new Set("a about an and any anybody api are as at be before but by call can could did do does endpoint for from g\
ive has have how i if in into is it its just like me method my need of on only or operation our out please request shoul\
d so some somebody somehow someone something than that the their them then there these they this those to us want was we\
 what when where whether which who whose why will with without would you your".split(" ")),Ot=["upload send save store",
"image picture photo photograph portrait avatar","delete remove erase destroy discard","list all every overview","create\
 add new insert make register","update change edit modify set replace save assign give grant","get read fetch show retri\
eve download view return load","find search query lookup get","discard revert undo cancel withdraw revoke remove","activ\
ate enable","deactivate disable","check validate verify valid","test try ping","merge combine join unite","notify tell i\
nform","run execute start","lock checkout","person people","file attachment","user login","right permission privilege","\
size length bytes","kind type","company organization organisation"],At=new Set(["new","every"]),K=Object.freeze({GET:"ge\
t",HEAD:"get",POST:"create",PUT:"update",PATCH:"update",DELETE:"delete"}),Et=40,xt="upload",j=/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{N}+|[\p{Lo}\p{Lm}]+/gu,
kt=/^[ -~]*$/,Tt=/\p{M}+/gu,Lt=/['’]s\b/g;function A(s){return((kt.test(s)?s:s.normalize("NFKD").replace(Tt,"")).replace(
Lt,"").match(j)??[]).map(n=>n.toLowerCase())}var Y=new Map;function u(s){let t=Y.get(s);return t===void 0&&(t=Mt(s),Y.set(
s,t)),t}function Mt(s){if(s.length<4||s.length>Et)return s;let t=s.replace(/(?:ie[sd])$/,"y").replace(/(ss|x|ch|sh|z)es$/,
"$1").replace(/([^aeious]|[aeo])s$/,"$1"),e=/^(.*[aeiouy].*?)(?:ing|ed)$/.exec(t);return e&&e[1].length>2&&(t=e[1].replace(
/([^aeiouls])\1$/,"$1")),t.replace(/(?<=^.{4,}[ts])ion$/,"").replace(/(?<=...)e$/,"")}var C=new Map;for(let s of Ot){let t=s.
split(" "),e=t.filter(n=>!At.has(n)).map(u);for(let n of t.map(u))C.set(n,new Set([...C.get(n)??[],...e]))}function k(s){
return C.get(s)??[s]}var vt=new Set(["get","create","update","delete","list","find",xt].flatMap(s=>[...k(u(s))]));function E(s){
return vt.has(s)}function B(s){let t=[],e=0;for(let{0:n,index:o}of s.matchAll(j))o>e&&t.push({part:s.slice(e,o),stemmed:""}),
t.push({part:n,stemmed:u(n.toLowerCase())}),e=o+n.length;return e<s.length&&t.push({part:s.slice(e),stemmed:""}),t}function H(s){
let t=A(s),e=t.filter(n=>!bt.has(n));return e.length?e:t}function G(s,t){if(Math.abs(s.length-t.length)>1)return!1;let e=0;
for(;e<s.length&&s[e]===t[e];)e+=1;let n=s.slice(e),o=t.slice(e);if(s.length!==t.length)return s.length>t.length?n.slice(
1)===o:o.slice(1)===n;let r=n[0]===o[1]&&n[1]===o[0];return n.slice(1)===o.slice(1)||r&&n.slice(2)===o.slice(2)}var R={operation:{name:"Operations",one:"operation",many:"operations",shown:30},type:{name:"Types",one:"type",many:"type\
s",shown:5},section:{name:"Pages",one:"page or heading",many:"pages and headings",shown:10}},It={path:"Path",query:"Quer\
y",header:"Header",cookie:"Cookie",request:"Body",response:"Response",property:"Property",example:"Example"},Nt=/[^\p{L}\p{N}_.-]+/gu,
T=class{#s;#e;#t=[];#n=-1;#i="";constructor(t,e){this.#s=t,this.#e=e;let{dialog:n,input:o,list:r}=t;o.addEventListener("\
input",()=>this.#o()),o.addEventListener("keydown",c=>this.#c(c)),r.addEventListener("click",c=>{let{ctrlKey:f,metaKey:l,
shiftKey:i,target:a}=c;a instanceof Element&&a.closest("a")&&!f&&!l&&!i&&n.close()})}progress(t,e){this.#i=t?" Loading …":
e?" Some results cannot be loaded.":"",this.#o()}#o(){let{input:t,list:e,said:n}=this.#s,o=t.value.trim(),r=o?this.#e.search(
o):this.#e.operations.map(i=>({entry:i,score:0,used:new Set,row:null})),c=new Map;for(let i of r){let a=c.get(i.entry.kind);
a?a.push(i):c.set(i.entry.kind,[i])}this.#t=[],e.replaceChildren(...[...c].map(([i,a])=>this.#r(i,a))),e.hidden=!this.#t.
length,e.scrollTop=0,t.setAttribute("aria-expanded",String(!e.hidden));let f=[...c].map(([i,{length:a}])=>{let{one:d,many:p}=R[i];
return`${a} ${a===1?d:p}`}),l=r.length>this.#t.length?`, the first ${this.#t.length} below`:"";n.textContent=`${f.length?
f.join(", "):"Nothing found"}${l}.${this.#i}`,this.#a(o&&this.#t.length?0:-1)}#r(t,e){let{name:n,shown:o}=R[t],r=m("ul",
{role:"group","aria-label":n});for(let f of e.slice(0,o)){let l=Pt(f);l.id=`callsheet-result-${this.#t.length}`,this.#t.
push(l),r.append(m("li",{role:"none"},l))}let c=m("p",{class:"callsheet-note","aria-hidden":"true"},n);return m("div",{role:"\
presentation"},c,r)}#c(t){if(t.isComposing)return;let n={ArrowDown:1,ArrowUp:-1}[t.key];if(t.key==="Enter")t.preventDefault(),
this.#t[this.#n]?.click();else if(n&&this.#t.length){t.preventDefault();let o=this.#n<0&&n<0?this.#t.length-1:this.#n+n;
this.#a(Math.max(0,Math.min(o,this.#t.length-1)))}}#a(t){this.#t[this.#n]?.setAttribute("aria-selected","false"),this.#n=
t;let e=this.#t[t],{input:n}=this.#s;if(!e){n.removeAttribute("aria-activedescendant");return}e.setAttribute("aria-selec\
ted","true"),e.scrollIntoView({block:"nearest"}),n.setAttribute("aria-activedescendant",e.id)}};function Pt({entry:s,used:t,
row:e}){let{kind:n,title:o,about:r,method:c}=s,f=n==="operation"?$(c):$(R[n].name.slice(0,-1)),l=m("span",{},m("strong",
{},...D(o,t)));if(r&&l.append(m(n==="operation"?"code":"small",{},...D(r,t))),e){let a=m("code",{},...D(e.name,t));l.append(
m("small",{class:"callsheet-row"},`${It[e.table]} `,a))}let i=U(s.url)+(e?$t(e):"");return m("a",{role:"option",href:i,tabindex:"\
-1","aria-selected":"false"},f,l)}function $t({table:s,name:t}){return s==="example"?"":`#${s}-${t.replace(Nt,"")}`}function D(s,t){
return B(s).flatMap(({part:e,stemmed:n},o)=>n&&t.has(n)?m("mark",{},e):o&&e.startsWith("/")?[m("wbr"),e]:z(e))}var q=/^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\s+(?=\S*\/)/i,Ct=/^\{[^{}]*\}$/;function V(s){return s.split(/[?#]/,1)[0].
split("/").filter(Boolean)}function Dt(s,t){let[e,n]=s.length>t.length?[s,t]:[t,s],o=e.slice(e.length-n.length),[r,c]=e===
s?[o,t]:[s,o],f=0;for(let l=0;l<r.length;l+=1){let i=c[l].replace(/\{[^{}]*\}/g,"{}").toLowerCase(),a=r[l].replace(/\{[^{}]*\}/g,
"{}").toLowerCase();if(i===a)f+=Ct.test(c[l])?0:1;else if(!Rt(i,a))return-1}return f}function Rt(s,t){let e=s.split("{}");
if(e.length===1)return!1;let[n,o]=[e[0],e[e.length-1]];return t.length>=n.length+o.length&&t.startsWith(n)&&t.endsWith(o)}
function X(s,t){let e=t.trim(),n=e.split(/[#/]/).filter(Boolean).at(-1)?.toLowerCase(),o=s.filter(({uid:a})=>n&&a.toLowerCase()===
n);if(o.length&&(!/\s/.test(e)||e.startsWith("http")))return o;let r=q.exec(e)?.[0].trim().toUpperCase()??"",c=e.replace(
q,"");if(!c.includes("/")||/\s/.test(c))return[];let f=V(c.replace(/^[a-z][a-z+.-]*:\/\/[^/]*/i,"")),l=s.filter(a=>!r||a.
method===r).map(a=>({operation:a,fit:Dt(f,V(a.about))})).filter(({fit:a})=>a>0),i=Math.max(0,...l.map(({fit:a})=>a));return l.
filter(({fit:a})=>a===i).map(({operation:a})=>a)}var J={operation:5,type:1,section:3};function Q({kind:s,rows:t,tables:e}){return t.map(([n,...o])=>{let r=o.slice(0,J[s]).
map(String),c=o.slice(J[s]).map(h=>e[Number(h)]),f={kind:s,url:String(n),about:"",method:"",uid:"",words:"",tables:c};if(s===
"type")return{...f,title:r[0]};if(s==="section"){let[h,g,y]=r;return{...f,title:h,about:g,words:y}}let[l,i,a,d,p]=r;return{
...f,method:l,about:i,uid:a,title:d,words:p}})}var b=3,Wt=2.8,Z=2,tt=3,et=1.6,st=1,M=.8,ot="#";function w(s,t,e){(s.get(t)??0)<e&&s.set(t,e)}function x(s){return`${ot}${s}`}
function it(s){return s.startsWith(ot)}var nt=new Map;function v(s){let t=nt.get(s);if(!t){let e=A(s);t=e.map(u),e.length>
1&&t.push(u(e.join(""))),nt.set(s,t)}return t}function rt(s){let t=new Map,e=(n,o)=>{for(let r of A(n))w(t,u(r),o)};return e(
s.words,et),s.kind==="operation"?{entry:s,stems:t,rows:[],names:_t(s,t)}:(s.kind==="section"&&e(s.about,et),{entry:s,stems:t,
rows:[],names:[new Set(L(t,s.title,b))]})}function L(s,t,e){let n=v(t);for(let o of n)w(s,o,e);return n.length>1?n.slice(
0,-1):n}function _t({method:s,about:t,title:e,uid:n},o){let r=t.split("?")[0].split("/").filter(Boolean),c=r.filter(p=>!p.
includes("{")),f=c.at(-1)??"",l=c.map(p=>L(o,p,p===f?b:Z));for(let p of r)p.includes("{")&&L(o,p,st);let i=n.split("_").
map((p,h)=>L(o,p,h?b:st));w(o,u(s.toLowerCase()),b);let a=(l.at(-1)??[]).some(E);A(e).forEach((p,h)=>{let g=u(p);E(g)?w(
o,g,h?M:a?b:Wt):w(o,g,h?Z:b)});let d=K[s];if(d&&!a){let p=r.at(-1)===f;w(o,x(u(d)),d==="create"&&!p?M:tt),d==="get"&&p&&
w(o,x("list"),tt)}return[l,i].map(p=>new Set(p.flat()))}function at(s,t){for(let[e,...n]of s.tables){let o=n.find(r=>v(r).
includes(t));if(o!==void 0)return{table:e,name:o}}return null}var ct=.85,zt=.75,W=.7,Ft=.3,Ut=1,Yt=4,Kt=.5,jt=.25,Bt=1.5,ut=.1,Ht=3,lt=.5,Gt=1.5,qt=1.05,Vt=1.25,I=class{#s=[];#e=new Map;#t=new Map;#n=new Map;add(t){
this.#n.clear();let e=new Map;for(let n of t.tables){let o=new Set(n.slice(1).flatMap(v)),r=[];e.set(n,{rows:o,users:r});
for(let c of o)ht(this.#t,c).push(r)}for(let n of Q(t)){let o=rt(n);for(let r of n.tables){let c=e.get(r);c&&(c.users.push(
o),o.rows.push(c.rows))}this.#s.push(o);for(let r of o.stems.keys())ht(this.#e,r).push(o)}}get operations(){return this.#s.
filter(({entry:e})=>e.kind==="operation").map(({entry:e})=>e)}#i(t){let e=this.#n.get(t);if(!e){e=new Set(this.#e.get(t));
for(let n of this.#t.get(t)??[])for(let o of n)e.add(o);this.#n.set(t,e)}return e}#o(t){return this.#e.has(t)||this.#t.has(
t)}*#r(){yield*this.#e.keys();for(let t of this.#t.keys())this.#e.has(t)||(yield t)}search(t){let e=X(this.operations,t);
if(e.length)return e.map(h=>({entry:h,score:1,used:new Set,row:null}));let n=this.#f(t),o=new Set,r=n.filter(h=>!h.isAction);
for(let{matches:h}of r.length?r:n)for(let g of h.keys())for(let y of this.#i(g))o.add(y);let c=ft(n.map(({weight:h})=>h)),
f=[...o].map(h=>this.#c(h,n,c)),l=Math.max(0,...f.map(({covered:h})=>h)),i=f.filter(({covered:h})=>h>=l*Kt),a=n.some(h=>h.
isAction),d=t.trim().toLowerCase();for(let h of i)h.entry.title.toLowerCase()===d?h.score*=Gt:!a&&h.entry.method==="GET"&&
(h.score*=qt);i.sort((h,g)=>g.score-h.score);let p=(i[0]?.score??0)*jt;return Xt(i.filter(({score:h})=>h>=p),a)}#c({entry:t,
stems:e,rows:n,names:o},r,c){let f=0,l=0,i=null,a=new Set;for(let{matches:g,weight:y}of r){let O=0,N="";for(let[S,wt]of g){
let yt=!e.has(S)&&n.some(St=>St.has(S)),P=(e.get(S)??(yt?M*this.#h(S):0))*wt;P>0&&a.add(S),P>O&&([O,N]=[P,S])}f+=O*y,O>0&&
(l+=y),O>0&&!e.has(N)&&(i??=at(t,N))}let d=c?l/c:0,p=Math.min(...o.map(g=>this.#a(g,a))),h=l?l/(l+p):0;return{entry:t,row:i,
used:a,covered:l,score:f/(c||1)*(.3+.7*d)*(1-lt+lt*h)}}#a(t,e){return ft([...t].map(n=>e.has(n)?0:this.#l(n)-ut))}#l(t){
return pt(this.#e.get(t)?.length??0,this.#s.length)}#h(t){return Math.max(Ft,1-this.#i(t).size/this.#s.length)}#f(t){let e=H(
t),n=new Set;for(let o=0;o<e.length;o+=1){let r=u(e[o]+(e[o+1]??"")),c=o+1<e.length&&this.#o(r)&&!(this.#o(u(e[o]))&&this.#o(
u(e[o+1])));n.add(c?r:u(e[o])),c&&(o+=1)}return[...n].map(o=>this.#p(o))}#p(t){let e=new Map,n=(i,a)=>{this.#o(i)&&w(e,i,
a)};for(let i of k(t))n(i,ct),n(x(i),1);if(n(t,1),t.length>=Ut)for(let i of this.#r())i.length>t.length&&i.startsWith(t)&&
n(i,zt*(.5+.5*t.length/i.length));if(!e.size&&t.length>=Yt){for(let i of this.#r())if(G(i,t)){for(let a of k(i))n(a,W*ct),
n(x(a),W);n(i,W)}}let o=[...e.keys()].flatMap(i=>this.#e.get(i)??[]),r=o.length?[]:[...e.keys()].flatMap(i=>[...this.#i(
i)]),c=new Set([...o,...r]),f=E(t)||[...e.keys()].some(i=>it(i)),l=pt(c.size,this.#s.length);return{matches:e,weight:f?Math.
max(l,Bt):l,isAction:f}}};function Xt(s,t){let n=["operation","type","section"].map(l=>s.filter(({entry:i})=>i.kind===l)),
[o]=n,r=(o[0]?.score??0)*Vt,c=n.slice(1).sort(([l],[i])=>(i?.score??0)-(l?.score??0));return(t||r>=(c[0][0]?.score??0)?[
o,...c]:[c[0],o,c[1]]).flat()}function ht(s,t){let e=s.get(t);return e||(e=[],s.set(t,e)),e}function ft(s){return s.reduce(
(t,e)=>t+e,0)}function pt(s,t){return Math.min(Ht,ut+Math.log((1+t)/(1+s)))}var dt=new I,gt=null,_=0,mt=0;function Jt(){let s=!1,t=()=>gt?.progress(mt<_&&!s,s);for(let e=0;e<_;e+=1)F(`search/${e}.\
js`).then(t,()=>{s=!0,t()});t()}window.callsheetSearch=s=>{dt.add(s),mt+=1};window.callsheet.startSearch=s=>{_=s};window.
callsheet.attachSearch=s=>{gt=new T(s,dt),Jt()};})();
