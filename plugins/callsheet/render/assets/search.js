/*! Made by `make javascript`: sources ecfadb187261839e, code f9ffdbd5d8bdbe6e */
"use strict";(()=>{var{API_KEY:te,IN_PAGE:ee,VALID:oe,all:se,assetUrl:ne,badge:C,breakable:F,copy:ie,credentials:re,load:U,make:m,onPage:ae,
openDialog:ce,operationFile:le,placeholders:he,save:fe,schemes:pe,siteUrl:Y,statusNote:ue,storedText:de,values:ge}=window.
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
approve accept","restore undelete recover","cancel abort stop","mail email"],At=new Set(["new","every"]),K=Object.freeze(
{GET:"get",HEAD:"get",POST:"create",PUT:"update",PATCH:"update",DELETE:"delete"}),Et=40,kt="upload",B=/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{N}+|[\p{Lo}\p{Lm}]+/gu,
Mt=/^[ -~]*$/,Tt=/\p{M}+/gu,Lt=/['’]s\b/g;function A(o){return((Mt.test(o)?o:o.normalize("NFKD").replace(Tt,"")).replace(
Lt,"").match(B)??[]).map(s=>s.toLowerCase())}var j=new Map;function u(o){let t=j.get(o);return t===void 0&&(t=vt(o),j.set(
o,t)),t}function G(o){return/[ts]$/.test(o)?[o,`${o}ion`]:[o]}function vt(o){if(o.length<4||o.length>Et)return o;let t=o.
replace(/(?:ie[sd])$/,"y").replace(/(ss|x|ch|sh|z)es$/,"$1").replace(/([^aeious]|[aeo])s$/,"$1"),e=/^(.*[aeiouy].*?)(?:ing|ed)$/.
exec(t);return e&&e[1].length>2&&(t=e[1].replace(/([^aeiouls])\1$/,"$1")),t.replace(/(?<=^.{4,}[ts])ion$/,"").replace(/(?<=...)e$/,
"")}var D=new Map;for(let o of xt){let t=o.split(" "),e=t.filter(s=>!At.has(s)).map(u);for(let s of t.map(u))D.set(s,new Set(
[...D.get(s)??[],...e]))}function M(o){return D.get(o)??[o]}var It=new Set(["get","create","update","delete","list","fin\
d",kt].flatMap(o=>[...M(u(o))]));function E(o){return It.has(o)}function H(o){let t=[],e=0;for(let{0:s,index:n}of o.matchAll(
B))n>e&&t.push({part:o.slice(e,n),stemmed:""}),t.push({part:s,stemmed:u(s.toLowerCase())}),e=n+s.length;return e<o.length&&
t.push({part:o.slice(e),stemmed:""}),t}function q(o){let t=A(o),e=t.filter(s=>!St.has(s));return e.length?e:t}function V(o,t){
if(Math.abs(o.length-t.length)>1)return!1;let e=0;for(;e<o.length&&o[e]===t[e];)e+=1;let s=o.slice(e),n=t.slice(e);if(o.
length!==t.length)return o.length>t.length?s.slice(1)===n:n.slice(1)===s;let r=s[0]===n[1]&&s[1]===n[0];return s.slice(1)===
n.slice(1)||r&&s.slice(2)===n.slice(2)}var _={operation:{name:"Operations",one:"operation",many:"operations",shown:30},type:{name:"Types",one:"type",many:"type\
s",shown:5},section:{name:"Pages",one:"page or heading",many:"pages and headings",shown:10}},Nt={path:"Path",query:"Quer\
y",header:"Header",cookie:"Cookie",request:"Body",response:"Response",property:"Property",example:"Example"},Pt=/[^\p{L}\p{N}_.-]+/gu,
T=class{#o;#e;#t=[];#s=-1;#i="";constructor(t,e){this.#o=t,this.#e=e;let{dialog:s,input:n,list:r}=t;n.addEventListener("\
input",()=>this.#n()),n.addEventListener("keydown",a=>this.#c(a)),r.addEventListener("click",a=>{let{ctrlKey:h,metaKey:l,
shiftKey:i,target:c}=a;c instanceof Element&&c.closest("a")&&!h&&!l&&!i&&s.close()})}progress(t,e){this.#i=t?" Loading …":
e?" Some results cannot be loaded.":"",this.#n()}#n(){let{input:t,list:e,said:s}=this.#o,n=t.value.trim(),r=n?this.#e.search(
n):this.#e.operations.map(i=>({entry:i,score:0,used:new Set,row:null})),a=new Map;for(let i of r){let c=a.get(i.entry.kind);
c?c.push(i):a.set(i.entry.kind,[i])}this.#t=[],e.replaceChildren(...[...a].map(([i,c])=>this.#r(i,c))),e.hidden=!this.#t.
length,e.scrollTop=0,t.setAttribute("aria-expanded",String(!e.hidden));let h=[...a].map(([i,{length:c}])=>{let{one:d,many:p}=_[i];
return`${c} ${c===1?d:p}`}),l=r.length>this.#t.length?`, the first ${this.#t.length} below`:"";s.textContent=`${h.length?
h.join(", "):"Nothing found"}${l}.${this.#i}`,this.#a(n&&this.#t.length?0:-1)}#r(t,e){let{name:s,shown:n}=_[t],r=m("ul",
{role:"group","aria-label":s});for(let h of e.slice(0,n)){let l=$t(h);l.id=`callsheet-result-${this.#t.length}`,this.#t.
push(l),r.append(m("li",{role:"none"},l))}let a=m("p",{class:"callsheet-note","aria-hidden":"true"},s);return m("div",{role:"\
presentation"},a,r)}#c(t){if(t.isComposing)return;let s={ArrowDown:1,ArrowUp:-1}[t.key];if(t.key==="Enter")t.preventDefault(),
this.#t[this.#s]?.click();else if(s&&this.#t.length){t.preventDefault();let n=this.#s<0&&s<0?this.#t.length-1:this.#s+s;
this.#a(Math.max(0,Math.min(n,this.#t.length-1)))}}#a(t){this.#t[this.#s]?.setAttribute("aria-selected","false"),this.#s=
t;let e=this.#t[t],{input:s}=this.#o;if(!e){s.removeAttribute("aria-activedescendant");return}e.setAttribute("aria-selec\
ted","true"),e.scrollIntoView({block:"nearest"}),s.setAttribute("aria-activedescendant",e.id)}};function $t({entry:o,used:t,
row:e}){let{kind:s,title:n,about:r,method:a}=o,h=s==="operation"?C(a):C(_[s].name.slice(0,-1)),l=m("span",{},m("strong",
{},...R(n,t)));if(r&&l.append(m(s==="operation"?"code":"small",{},...R(r,t))),e){let c=m("code",{},...R(e.name,t));l.append(
m("small",{class:"callsheet-row"},`${Nt[e.table]} `,c))}let i=Y(o.url)+(e?Ct(e):"");return m("a",{role:"option",href:i,tabindex:"\
-1","aria-selected":"false"},h,l)}function Ct({table:o,name:t}){return o==="example"?"":`#${o}-${t.replace(Pt,"")}`}function R(o,t){
return H(o).flatMap(({part:e,stemmed:s},n)=>s&&t.has(s)?m("mark",{},e):n&&e.startsWith("/")?[m("wbr"),e]:F(e))}var X=/^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\s+(?=\S*\/)/i,Dt=/^\{[^{}]*\}$/;function Q(o){return o.split(/[?#]/,1)[0].
split("/").filter(Boolean)}function Rt(o,t){let[e,s]=o.length>t.length?[o,t]:[t,o],n=e.slice(e.length-s.length),[r,a]=e===
o?[n,t]:[o,n],h=0;for(let l=0;l<r.length;l+=1){let i=a[l].replace(/\{[^{}]*\}/g,"{}").toLowerCase(),c=r[l].replace(/\{[^{}]*\}/g,
"{}").toLowerCase();if(i===c)h+=Dt.test(a[l])?0:1;else if(!_t(i,c))return-1}return h}function _t(o,t){let e=o.split("{}");
if(e.length===1)return!1;let[s,n]=[e[0],e[e.length-1]];return t.length>=s.length+n.length&&t.startsWith(s)&&t.endsWith(n)}
function J(o,t){let e=t.trim(),s=e.split(/[#/]/).filter(Boolean).at(-1)?.toLowerCase(),n=o.filter(({uid:c})=>s&&c.toLowerCase()===
s);if(n.length&&(!/\s/.test(e)||e.startsWith("http")))return n;let r=X.exec(e)?.[0].trim().toUpperCase()??"",a=e.replace(
X,"");if(!a.includes("/")||/\s/.test(a))return[];let h=Q(a.replace(/^[a-z][a-z+.-]*:\/\/[^/]*/i,"")),l=o.filter(c=>!r||c.
method===r).map(c=>({operation:c,fit:Rt(h,Q(c.about))})).filter(({fit:c})=>c>0),i=Math.max(0,...l.map(({fit:c})=>c));return l.
filter(({fit:c})=>c===i).map(({operation:c})=>c)}var Z={operation:5,type:1,section:3};function tt({kind:o,rows:t,tables:e}){return t.map(([s,...n])=>{let r=n.slice(0,Z[o]).
map(String),a=n.slice(Z[o]).map(f=>e[Number(f)]),h={kind:o,url:String(s),about:"",method:"",uid:"",words:"",tables:a};if(o===
"type")return{...h,title:r[0]};if(o==="section"){let[f,g,y]=r;return{...h,title:f,about:g,words:y}}let[l,i,c,d,p]=r;return{
...h,method:l,about:i,uid:c,title:d,words:p}})}var O=3,Wt=2.8,et=2,ot=3,st=1.6,nt=1,v=.8,rt="#";function w(o,t,e){(o.get(t)??0)<e&&o.set(t,e)}function k(o){return`${rt}${o}`}
function at(o){return o.startsWith(rt)}var it=new Map;function I(o){let t=it.get(o);if(!t){let e=A(o);t=e.map(u),e.length>
1&&t.push(u(e.join(""))),it.set(o,t)}return t}function ct(o){let t=new Map,e=(s,n)=>{for(let r of A(s))w(t,u(r),n)};return e(
o.words,st),o.kind==="operation"?{entry:o,stems:t,rows:[],names:zt(o,t)}:(o.kind==="section"&&e(o.about,st),{entry:o,stems:t,
rows:[],names:[new Set(L(t,o.title,O))]})}function L(o,t,e){let s=I(t);for(let n of s)w(o,n,e);return s.length>1?s.slice(
0,-1):s}function zt({method:o,about:t,title:e,uid:s},n){let r=t.split("?")[0].split("/").filter(Boolean),a=r.filter(p=>!p.
includes("{")),h=a.at(-1)??"",l=a.map(p=>L(n,p,p===h?O:et));for(let p of r)p.includes("{")&&L(n,p,nt);let i=s.split("_").
map((p,f)=>L(n,p,f?O:nt));w(n,u(o.toLowerCase()),O);let c=(l.at(-1)??[]).some(E);A(e).forEach((p,f)=>{let g=u(p);E(g)?w(
n,g,f?v:c?O:Wt):w(n,g,f?et:O)});let d=K[o];if(d&&!c){let p=r.at(-1)===h;w(n,k(u(d)),d==="create"&&!p?v:ot),d==="get"&&p&&
w(n,k("list"),ot)}return[l,i].map(p=>new Set(p.flat()))}function lt(o,t){for(let[e,...s]of o.tables){let n=s.find(r=>I(r).
includes(t));if(n!==void 0)return{table:e,name:n}}return null}var ht=.85,Ft=.75,W=.7,Ut=.3,Yt=1,jt=4,Kt=.5,Bt=.25,Gt=1.5,dt=.1,Ht=3,ft=.5,qt=1.5,Vt=1.05,Xt=1.25,N=class{#o=[];#e=new Map;#t=new Map;#s=new Map;add(t){
this.#s.clear();let e=new Map;for(let s of t.tables){let n=new Set(s.slice(1).flatMap(I)),r=[];e.set(s,{rows:n,users:r});
for(let a of n)S(this.#t,a).push(r)}for(let s of tt(t)){let n=ct(s);for(let r of s.tables){let a=e.get(r);a&&(a.users.push(
n),n.rows.push(a.rows))}this.#o.push(n);for(let r of n.stems.keys())S(this.#e,r).push(n)}}get operations(){return this.#o.
filter(({entry:e})=>e.kind==="operation").map(({entry:e})=>e)}#i(t){let e=this.#s.get(t);if(!e){e=new Set(this.#e.get(t));
for(let s of this.#t.get(t)??[])for(let n of s)e.add(n);this.#s.set(t,e)}return e}#n(t){return this.#e.has(t)||this.#t.has(
t)}*#r(){yield*this.#e.keys();for(let t of this.#t.keys())this.#e.has(t)||(yield t)}search(t){let e=J(this.operations,t);
if(e.length)return e.map(f=>({entry:f,score:1,used:new Set,row:null}));let s=this.#f(t),n=new Set,r=s.filter(f=>!f.isAction);
for(let{matches:f}of r.length?r:s)for(let g of f.keys())for(let y of this.#i(g))n.add(y);let a=pt(s.map(({weight:f})=>f)),
h=[...n].map(f=>this.#c(f,s,a)),l=Math.max(0,...h.map(({covered:f})=>f)),i=h.filter(({covered:f})=>f>=l*Kt),c=s.some(f=>f.
isAction),d=t.trim().toLowerCase();for(let f of i)f.entry.title.toLowerCase()===d?f.score*=qt:!c&&f.entry.method==="GET"&&
(f.score*=Vt);i.sort((f,g)=>g.score-f.score);let p=(i[0]?.score??0)*Bt;return Qt(i.filter(({score:f})=>f>=p),c)}#c({entry:t,
stems:e,rows:s,names:n},r,a){let h=0,l=0,i=null,c=new Set;for(let{matches:g,weight:y}of r){let x=0,P="";for(let[b,yt]of g){
let bt=!e.has(b)&&s.some(Ot=>Ot.has(b)),$=(e.get(b)??(bt?v*this.#h(b):0))*yt;$>0&&c.add(b),$>x&&([x,P]=[$,b])}h+=x*y,x>0&&
(l+=y),x>0&&!e.has(P)&&(i??=lt(t,P))}let d=a?l/a:0,p=Math.min(...n.map(g=>this.#a(g,c))),f=l?l/(l+p):0;return{entry:t,row:i,
used:c,covered:l,score:h/(a||1)*(.3+.7*d)*(1-ft+ft*f)}}#a(t,e){return pt([...t].map(s=>e.has(s)?0:this.#l(s)-dt))}#l(t){
return ut(this.#e.get(t)?.length??0,this.#o.length)}#h(t){return Math.max(Ut,1-this.#i(t).size/this.#o.length)}#f(t){let e=q(
t),s=new Map;for(let n=0;n<e.length;n+=1){let r=u(e[n]),a=e[n+1]??"",h=u(e[n]+a);!a||!this.#n(h)?S(s,r):this.#n(r)&&this.#n(
u(a))?(S(s,r).push(h),S(s,u(a)).push(h)):(S(s,h),n+=1)}return[...s].map(([n,r])=>{let a=this.#p(n);for(let h of r)w(a.matches,
h,1);return a})}#p(t){let e=new Map,s=(i,c)=>{this.#n(i)&&w(e,i,c)};for(let i of M(t))s(i,ht),s(k(i),1);if(s(t,1),t.length>=
Yt)for(let i of this.#r())i.length>t.length&&i.startsWith(t)&&s(i,Ft*(.5+.5*t.length/i.length));if(!e.size&&t.length>=jt){
for(let i of this.#r())if(G(i).some(c=>V(c,t))){for(let c of M(i))s(c,W*ht),s(k(c),W);s(i,W)}}let n=[...e.keys()].flatMap(
i=>this.#e.get(i)??[]),r=n.length?[]:[...e.keys()].flatMap(i=>[...this.#i(i)]),a=new Set([...n,...r]),h=E(t)||[...e.keys()].
some(i=>at(i)),l=ut(a.size,this.#o.length);return{matches:e,weight:h?Math.max(l,Gt):l,isAction:h}}};function Qt(o,t){let s=[
"operation","type","section"].map(l=>o.filter(({entry:i})=>i.kind===l)),[n]=s,r=(n[0]?.score??0)*Xt,a=s.slice(1).sort(([
l],[i])=>(i?.score??0)-(l?.score??0));return(t||r>=(a[0][0]?.score??0)?[n,...a]:[a[0],n,a[1]]).flat()}function S(o,t){let e=o.
get(t);return e||(e=[],o.set(t,e)),e}function pt(o){return o.reduce((t,e)=>t+e,0)}function ut(o,t){return Math.min(Ht,dt+
Math.log((1+t)/(1+o)))}var gt=new N,mt=null,z=0,wt=0;function Jt(){let o=!1,t=()=>mt?.progress(wt<z&&!o,o);for(let e=0;e<z;e+=1)U(`search/${e}.\
js`).then(t,()=>{o=!0,t()});t()}window.callsheetSearch=o=>{gt.add(o),wt+=1};window.callsheet.startSearch=o=>{z=o};window.
callsheet.attachSearch=o=>{mt=new T(o,gt),Jt()};})();
