/*! Made by `make javascript`: sources 25128b95e791ad51, code 1bce756fe238db33 */
"use strict";(()=>{var{API_KEY:te,IN_PAGE:ee,VALID:oe,all:se,assetUrl:ne,badge:$,breakable:z,copy:ie,credentials:re,load:U,make:m,onPage:ae,
openDialog:ce,placeholders:le,save:he,schemes:fe,siteUrl:F,statusNote:pe,storedText:ue,values:de}=window.callsheet;var Ot=new Set("a about an and any anybody api are as at be before but by call can could did do does endpoint for from g\
ive has have how i if in into is it its just like me method my need of on only or operation our out please request shoul\
d so some somebody somehow someone something than that the their them then there these they this those to us want was we\
 what when where whether which who whose why will with without would you your".split(" ")),At=["upload send save store",
"image picture photo photograph portrait avatar","delete remove erase destroy discard","list all every overview","create\
 add new insert make register","update change edit modify set replace save assign give grant","get read fetch show retri\
eve download view return load","find search query lookup get","discard revert undo cancel withdraw revoke remove","activ\
ate enable","deactivate disable","check validate verify valid","test try ping","merge combine join unite","notify tell i\
nform","run execute start","lock checkout","person people","file attachment","user login","right permission privilege","\
size length bytes","kind type","company organization organisation","copy duplicate clone","reject decline refuse deny","\
approve accept","restore undelete recover","cancel abort stop","mail email"],Et=new Set(["new","every"]),j=Object.freeze(
{GET:"get",HEAD:"get",POST:"create",PUT:"update",PATCH:"update",DELETE:"delete"}),xt=40,kt="upload",K=/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{N}+|[\p{Lo}\p{Lm}]+/gu,
Tt=/^[ -~]*$/,Lt=/\p{M}+/gu,Mt=/['’]s\b/g;function A(o){return((Tt.test(o)?o:o.normalize("NFKD").replace(Lt,"")).replace(
Mt,"").match(K)??[]).map(s=>s.toLowerCase())}var Y=new Map;function u(o){let t=Y.get(o);return t===void 0&&(t=vt(o),Y.set(
o,t)),t}function B(o){return/[ts]$/.test(o)?[o,`${o}ion`]:[o]}function vt(o){if(o.length<4||o.length>xt)return o;let t=o.
replace(/(?:ie[sd])$/,"y").replace(/(ss|x|ch|sh|z)es$/,"$1").replace(/([^aeious]|[aeo])s$/,"$1"),e=/^(.*[aeiouy].*?)(?:ing|ed)$/.
exec(t);return e&&e[1].length>2&&(t=e[1].replace(/([^aeiouls])\1$/,"$1")),t.replace(/(?<=^.{4,}[ts])ion$/,"").replace(/(?<=...)e$/,
"")}var C=new Map;for(let o of At){let t=o.split(" "),e=t.filter(s=>!Et.has(s)).map(u);for(let s of t.map(u))C.set(s,new Set(
[...C.get(s)??[],...e]))}function k(o){return C.get(o)??[o]}var It=new Set(["get","create","update","delete","list","fin\
d",kt].flatMap(o=>[...k(u(o))]));function E(o){return It.has(o)}function G(o){let t=[],e=0;for(let{0:s,index:n}of o.matchAll(
K))n>e&&t.push({part:o.slice(e,n),stemmed:""}),t.push({part:s,stemmed:u(s.toLowerCase())}),e=n+s.length;return e<o.length&&
t.push({part:o.slice(e),stemmed:""}),t}function H(o){let t=A(o),e=t.filter(s=>!Ot.has(s));return e.length?e:t}function q(o,t){
if(Math.abs(o.length-t.length)>1)return!1;let e=0;for(;e<o.length&&o[e]===t[e];)e+=1;let s=o.slice(e),n=t.slice(e);if(o.
length!==t.length)return o.length>t.length?s.slice(1)===n:n.slice(1)===s;let r=s[0]===n[1]&&s[1]===n[0];return s.slice(1)===
n.slice(1)||r&&s.slice(2)===n.slice(2)}var R={operation:{name:"Operations",one:"operation",many:"operations",shown:30},type:{name:"Types",one:"type",many:"type\
s",shown:5},section:{name:"Pages",one:"page or heading",many:"pages and headings",shown:10}},Nt={path:"Path",query:"Quer\
y",header:"Header",cookie:"Cookie",request:"Body",response:"Response",property:"Property",example:"Example"},Pt=/[^\p{L}\p{N}_.-]+/gu,
T=class{#o;#e;#t=[];#s=-1;#i="";constructor(t,e){this.#o=t,this.#e=e;let{dialog:s,input:n,list:r}=t;n.addEventListener("\
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
row:e}){let{kind:s,title:n,about:r,method:c}=o,f=s==="operation"?$(c):$(R[s].name.slice(0,-1)),l=m("span",{},m("strong",
{},...D(n,t)));if(r&&l.append(m(s==="operation"?"code":"small",{},...D(r,t))),e){let a=m("code",{},...D(e.name,t));l.append(
m("small",{class:"callsheet-row"},`${Nt[e.table]} `,a))}let i=F(o.url)+(e?Ct(e):"");return m("a",{role:"option",href:i,tabindex:"\
-1","aria-selected":"false"},f,l)}function Ct({table:o,name:t}){return o==="example"?"":`#${o}-${t.replace(Pt,"")}`}function D(o,t){
return G(o).flatMap(({part:e,stemmed:s},n)=>s&&t.has(s)?m("mark",{},e):n&&e.startsWith("/")?[m("wbr"),e]:z(e))}var V=/^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\s+(?=\S*\/)/i,Dt=/^\{[^{}]*\}$/;function X(o){return o.split(/[?#]/,1)[0].
split("/").filter(Boolean)}function Rt(o,t){let[e,s]=o.length>t.length?[o,t]:[t,o],n=e.slice(e.length-s.length),[r,c]=e===
o?[n,t]:[o,n],f=0;for(let l=0;l<r.length;l+=1){let i=c[l].replace(/\{[^{}]*\}/g,"{}").toLowerCase(),a=r[l].replace(/\{[^{}]*\}/g,
"{}").toLowerCase();if(i===a)f+=Dt.test(c[l])?0:1;else if(!_t(i,a))return-1}return f}function _t(o,t){let e=o.split("{}");
if(e.length===1)return!1;let[s,n]=[e[0],e[e.length-1]];return t.length>=s.length+n.length&&t.startsWith(s)&&t.endsWith(n)}
function J(o,t){let e=t.trim(),s=e.split(/[#/]/).filter(Boolean).at(-1)?.toLowerCase(),n=o.filter(({uid:a})=>s&&a.toLowerCase()===
s);if(n.length&&(!/\s/.test(e)||e.startsWith("http")))return n;let r=V.exec(e)?.[0].trim().toUpperCase()??"",c=e.replace(
V,"");if(!c.includes("/")||/\s/.test(c))return[];let f=X(c.replace(/^[a-z][a-z+.-]*:\/\/[^/]*/i,"")),l=o.filter(a=>!r||a.
method===r).map(a=>({operation:a,fit:Rt(f,X(a.about))})).filter(({fit:a})=>a>0),i=Math.max(0,...l.map(({fit:a})=>a));return l.
filter(({fit:a})=>a===i).map(({operation:a})=>a)}var Q={operation:5,type:1,section:3};function Z({kind:o,rows:t,tables:e}){return t.map(([s,...n])=>{let r=n.slice(0,Q[o]).
map(String),c=n.slice(Q[o]).map(h=>e[Number(h)]),f={kind:o,url:String(s),about:"",method:"",uid:"",words:"",tables:c};if(o===
"type")return{...f,title:r[0]};if(o==="section"){let[h,g,y]=r;return{...f,title:h,about:g,words:y}}let[l,i,a,d,p]=r;return{
...f,method:l,about:i,uid:a,title:d,words:p}})}var b=3,Wt=2.8,tt=2,et=3,ot=1.6,st=1,M=.8,it="#";function w(o,t,e){(o.get(t)??0)<e&&o.set(t,e)}function x(o){return`${it}${o}`}
function rt(o){return o.startsWith(it)}var nt=new Map;function v(o){let t=nt.get(o);if(!t){let e=A(o);t=e.map(u),e.length>
1&&t.push(u(e.join(""))),nt.set(o,t)}return t}function at(o){let t=new Map,e=(s,n)=>{for(let r of A(s))w(t,u(r),n)};return e(
o.words,ot),o.kind==="operation"?{entry:o,stems:t,rows:[],names:zt(o,t)}:(o.kind==="section"&&e(o.about,ot),{entry:o,stems:t,
rows:[],names:[new Set(L(t,o.title,b))]})}function L(o,t,e){let s=v(t);for(let n of s)w(o,n,e);return s.length>1?s.slice(
0,-1):s}function zt({method:o,about:t,title:e,uid:s},n){let r=t.split("?")[0].split("/").filter(Boolean),c=r.filter(p=>!p.
includes("{")),f=c.at(-1)??"",l=c.map(p=>L(n,p,p===f?b:tt));for(let p of r)p.includes("{")&&L(n,p,st);let i=s.split("_").
map((p,h)=>L(n,p,h?b:st));w(n,u(o.toLowerCase()),b);let a=(l.at(-1)??[]).some(E);A(e).forEach((p,h)=>{let g=u(p);E(g)?w(
n,g,h?M:a?b:Wt):w(n,g,h?tt:b)});let d=j[o];if(d&&!a){let p=r.at(-1)===f;w(n,x(u(d)),d==="create"&&!p?M:et),d==="get"&&p&&
w(n,x("list"),et)}return[l,i].map(p=>new Set(p.flat()))}function ct(o,t){for(let[e,...s]of o.tables){let n=s.find(r=>v(r).
includes(t));if(n!==void 0)return{table:e,name:n}}return null}var lt=.85,Ut=.75,_=.7,Ft=.3,Yt=1,jt=4,Kt=.5,Bt=.25,Gt=1.5,dt=.1,Ht=3,ht=.5,qt=1.5,Vt=1.05,Xt=1.25,I=class{#o=[];#e=new Map;#t=new Map;#s=new Map;add(t){
this.#s.clear();let e=new Map;for(let s of t.tables){let n=new Set(s.slice(1).flatMap(v)),r=[];e.set(s,{rows:n,users:r});
for(let c of n)ft(this.#t,c).push(r)}for(let s of Z(t)){let n=at(s);for(let r of s.tables){let c=e.get(r);c&&(c.users.push(
n),n.rows.push(c.rows))}this.#o.push(n);for(let r of n.stems.keys())ft(this.#e,r).push(n)}}get operations(){return this.#o.
filter(({entry:e})=>e.kind==="operation").map(({entry:e})=>e)}#i(t){let e=this.#s.get(t);if(!e){e=new Set(this.#e.get(t));
for(let s of this.#t.get(t)??[])for(let n of s)e.add(n);this.#s.set(t,e)}return e}#n(t){return this.#e.has(t)||this.#t.has(
t)}*#r(){yield*this.#e.keys();for(let t of this.#t.keys())this.#e.has(t)||(yield t)}search(t){let e=J(this.operations,t);
if(e.length)return e.map(h=>({entry:h,score:1,used:new Set,row:null}));let s=this.#f(t),n=new Set,r=s.filter(h=>!h.isAction);
for(let{matches:h}of r.length?r:s)for(let g of h.keys())for(let y of this.#i(g))n.add(y);let c=pt(s.map(({weight:h})=>h)),
f=[...n].map(h=>this.#c(h,s,c)),l=Math.max(0,...f.map(({covered:h})=>h)),i=f.filter(({covered:h})=>h>=l*Kt),a=s.some(h=>h.
isAction),d=t.trim().toLowerCase();for(let h of i)h.entry.title.toLowerCase()===d?h.score*=qt:!a&&h.entry.method==="GET"&&
(h.score*=Vt);i.sort((h,g)=>g.score-h.score);let p=(i[0]?.score??0)*Bt;return Jt(i.filter(({score:h})=>h>=p),a)}#c({entry:t,
stems:e,rows:s,names:n},r,c){let f=0,l=0,i=null,a=new Set;for(let{matches:g,weight:y}of r){let O=0,N="";for(let[S,yt]of g){
let St=!e.has(S)&&s.some(bt=>bt.has(S)),P=(e.get(S)??(St?M*this.#h(S):0))*yt;P>0&&a.add(S),P>O&&([O,N]=[P,S])}f+=O*y,O>0&&
(l+=y),O>0&&!e.has(N)&&(i??=ct(t,N))}let d=c?l/c:0,p=Math.min(...n.map(g=>this.#a(g,a))),h=l?l/(l+p):0;return{entry:t,row:i,
used:a,covered:l,score:f/(c||1)*(.3+.7*d)*(1-ht+ht*h)}}#a(t,e){return pt([...t].map(s=>e.has(s)?0:this.#l(s)-dt))}#l(t){
return ut(this.#e.get(t)?.length??0,this.#o.length)}#h(t){return Math.max(Ft,1-this.#i(t).size/this.#o.length)}#f(t){let e=H(
t),s=new Set;for(let n=0;n<e.length;n+=1){let r=u(e[n]+(e[n+1]??"")),c=n+1<e.length&&this.#n(r)&&!(this.#n(u(e[n]))&&this.#n(
u(e[n+1])));s.add(c?r:u(e[n])),c&&(n+=1)}return[...s].map(n=>this.#p(n))}#p(t){let e=new Map,s=(i,a)=>{this.#n(i)&&w(e,i,
a)};for(let i of k(t))s(i,lt),s(x(i),1);if(s(t,1),t.length>=Yt)for(let i of this.#r())i.length>t.length&&i.startsWith(t)&&
s(i,Ut*(.5+.5*t.length/i.length));if(!e.size&&t.length>=jt){for(let i of this.#r())if(B(i).some(a=>q(a,t))){for(let a of k(
i))s(a,_*lt),s(x(a),_);s(i,_)}}let n=[...e.keys()].flatMap(i=>this.#e.get(i)??[]),r=n.length?[]:[...e.keys()].flatMap(i=>[
...this.#i(i)]),c=new Set([...n,...r]),f=E(t)||[...e.keys()].some(i=>rt(i)),l=ut(c.size,this.#o.length);return{matches:e,
weight:f?Math.max(l,Gt):l,isAction:f}}};function Jt(o,t){let s=["operation","type","section"].map(l=>o.filter(({entry:i})=>i.
kind===l)),[n]=s,r=(n[0]?.score??0)*Xt,c=s.slice(1).sort(([l],[i])=>(i?.score??0)-(l?.score??0));return(t||r>=(c[0][0]?.
score??0)?[n,...c]:[c[0],n,c[1]]).flat()}function ft(o,t){let e=o.get(t);return e||(e=[],o.set(t,e)),e}function pt(o){return o.
reduce((t,e)=>t+e,0)}function ut(o,t){return Math.min(Ht,dt+Math.log((1+t)/(1+o)))}var gt=new I,mt=null,W=0,wt=0;function Qt(){let o=!1,t=()=>mt?.progress(wt<W&&!o,o);for(let e=0;e<W;e+=1)U(`search/${e}.\
js`).then(t,()=>{o=!0,t()});t()}window.callsheetSearch=o=>{gt.add(o),wt+=1};window.callsheet.startSearch=o=>{W=o};window.
callsheet.attachSearch=o=>{mt=new T(o,gt),Qt()};})();
