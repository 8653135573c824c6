/*! Made by `make javascript`: sources a8582c52fded663c, code 3a37f9a1185ab280 */
"use strict";(()=>{var{API_KEY:te,IN_PAGE:ee,VALID:se,all:oe,assetUrl:ne,badge:C,breakable:U,copy:ie,credentials:re,load:F,make:m,onPage:ae,
openDialog:ce,placeholders:le,save:he,schemes:fe,siteUrl:Y,statusNote:pe,storedText:ue,values:de}=window.callsheet;var St=new Set("a about an and any anybody api are as at be before but by call can could did do does endpoint for from g\
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
Mt=/^[ -~]*$/,Tt=/\p{M}+/gu,Lt=/['’]s\b/g;function A(s){return((Mt.test(s)?s:s.normalize("NFKD").replace(Tt,"")).replace(
Lt,"").match(B)??[]).map(o=>o.toLowerCase())}var j=new Map;function u(s){let t=j.get(s);return t===void 0&&(t=vt(s),j.set(
s,t)),t}function G(s){return/[ts]$/.test(s)?[s,`${s}ion`]:[s]}function vt(s){if(s.length<4||s.length>Et)return s;let t=s.
replace(/(?:ie[sd])$/,"y").replace(/(ss|x|ch|sh|z)es$/,"$1").replace(/([^aeious]|[aeo])s$/,"$1"),e=/^(.*[aeiouy].*?)(?:ing|ed)$/.
exec(t);return e&&e[1].length>2&&(t=e[1].replace(/([^aeiouls])\1$/,"$1")),t.replace(/(?<=^.{4,}[ts])ion$/,"").replace(/(?<=...)e$/,
"")}var D=new Map;for(let s of xt){let t=s.split(" "),e=t.filter(o=>!At.has(o)).map(u);for(let o of t.map(u))D.set(o,new Set(
[...D.get(o)??[],...e]))}function M(s){return D.get(s)??[s]}var It=new Set(["get","create","update","delete","list","fin\
d",kt].flatMap(s=>[...M(u(s))]));function E(s){return It.has(s)}function H(s){let t=[],e=0;for(let{0:o,index:n}of s.matchAll(
B))n>e&&t.push({part:s.slice(e,n),stemmed:""}),t.push({part:o,stemmed:u(o.toLowerCase())}),e=n+o.length;return e<s.length&&
t.push({part:s.slice(e),stemmed:""}),t}function q(s){let t=A(s),e=t.filter(o=>!St.has(o));return e.length?e:t}function V(s,t){
if(Math.abs(s.length-t.length)>1)return!1;let e=0;for(;e<s.length&&s[e]===t[e];)e+=1;let o=s.slice(e),n=t.slice(e);if(s.
length!==t.length)return s.length>t.length?o.slice(1)===n:n.slice(1)===o;let r=o[0]===n[1]&&o[1]===n[0];return o.slice(1)===
n.slice(1)||r&&o.slice(2)===n.slice(2)}var _={operation:{name:"Operations",one:"operation",many:"operations",shown:30},type:{name:"Types",one:"type",many:"type\
s",shown:5},section:{name:"Pages",one:"page or heading",many:"pages and headings",shown:10}},Nt={path:"Path",query:"Quer\
y",header:"Header",cookie:"Cookie",request:"Body",response:"Response",property:"Property",example:"Example"},Pt=/[^\p{L}\p{N}_.-]+/gu,
T=class{#s;#e;#t=[];#o=-1;#i="";constructor(t,e){this.#s=t,this.#e=e;let{dialog:o,input:n,list:r}=t;n.addEventListener("\
input",()=>this.#n()),n.addEventListener("keydown",a=>this.#c(a)),r.addEventListener("click",a=>{let{ctrlKey:h,metaKey:l,
shiftKey:i,target:c}=a;c instanceof Element&&c.closest("a")&&!h&&!l&&!i&&o.close()})}progress(t,e){this.#i=t?" Loading …":
e?" Some results cannot be loaded.":"",this.#n()}#n(){let{input:t,list:e,said:o}=this.#s,n=t.value.trim(),r=n?this.#e.search(
n):this.#e.operations.map(i=>({entry:i,score:0,used:new Set,row:null})),a=new Map;for(let i of r){let c=a.get(i.entry.kind);
c?c.push(i):a.set(i.entry.kind,[i])}this.#t=[],e.replaceChildren(...[...a].map(([i,c])=>this.#r(i,c))),e.hidden=!this.#t.
length,e.scrollTop=0,t.setAttribute("aria-expanded",String(!e.hidden));let h=[...a].map(([i,{length:c}])=>{let{one:d,many:p}=_[i];
return`${c} ${c===1?d:p}`}),l=r.length>this.#t.length?`, the first ${this.#t.length} below`:"";o.textContent=`${h.length?
h.join(", "):"Nothing found"}${l}.${this.#i}`,this.#a(n&&this.#t.length?0:-1)}#r(t,e){let{name:o,shown:n}=_[t],r=m("ul",
{role:"group","aria-label":o});for(let h of e.slice(0,n)){let l=$t(h);l.id=`callsheet-result-${this.#t.length}`,this.#t.
push(l),r.append(m("li",{role:"none"},l))}let a=m("p",{class:"callsheet-note","aria-hidden":"true"},o);return m("div",{role:"\
presentation"},a,r)}#c(t){if(t.isComposing)return;let o={ArrowDown:1,ArrowUp:-1}[t.key];if(t.key==="Enter")t.preventDefault(),
this.#t[this.#o]?.click();else if(o&&this.#t.length){t.preventDefault();let n=this.#o<0&&o<0?this.#t.length-1:this.#o+o;
this.#a(Math.max(0,Math.min(n,this.#t.length-1)))}}#a(t){this.#t[this.#o]?.setAttribute("aria-selected","false"),this.#o=
t;let e=this.#t[t],{input:o}=this.#s;if(!e){o.removeAttribute("aria-activedescendant");return}e.setAttribute("aria-selec\
ted","true"),e.scrollIntoView({block:"nearest"}),o.setAttribute("aria-activedescendant",e.id)}};function $t({entry:s,used:t,
row:e}){let{kind:o,title:n,about:r,method:a}=s,h=o==="operation"?C(a):C(_[o].name.slice(0,-1)),l=m("span",{},m("strong",
{},...R(n,t)));if(r&&l.append(m(o==="operation"?"code":"small",{},...R(r,t))),e){let c=m("code",{},...R(e.name,t));l.append(
m("small",{class:"callsheet-row"},`${Nt[e.table]} `,c))}let i=Y(s.url)+(e?Ct(e):"");return m("a",{role:"option",href:i,tabindex:"\
-1","aria-selected":"false"},h,l)}function Ct({table:s,name:t}){return s==="example"?"":`#${s}-${t.replace(Pt,"")}`}function R(s,t){
return H(s).flatMap(({part:e,stemmed:o},n)=>o&&t.has(o)?m("mark",{},e):n&&e.startsWith("/")?[m("wbr"),e]:U(e))}var X=/^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\s+(?=\S*\/)/i,Dt=/^\{[^{}]*\}$/;function Q(s){return s.split(/[?#]/,1)[0].
split("/").filter(Boolean)}function Rt(s,t){let[e,o]=s.length>t.length?[s,t]:[t,s],n=e.slice(e.length-o.length),[r,a]=e===
s?[n,t]:[s,n],h=0;for(let l=0;l<r.length;l+=1){let i=a[l].replace(/\{[^{}]*\}/g,"{}").toLowerCase(),c=r[l].replace(/\{[^{}]*\}/g,
"{}").toLowerCase();if(i===c)h+=Dt.test(a[l])?0:1;else if(!_t(i,c))return-1}return h}function _t(s,t){let e=s.split("{}");
if(e.length===1)return!1;let[o,n]=[e[0],e[e.length-1]];return t.length>=o.length+n.length&&t.startsWith(o)&&t.endsWith(n)}
function J(s,t){let e=t.trim(),o=e.split(/[#/]/).filter(Boolean).at(-1)?.toLowerCase(),n=s.filter(({uid:c})=>o&&c.toLowerCase()===
o);if(n.length&&(!/\s/.test(e)||e.startsWith("http")))return n;let r=X.exec(e)?.[0].trim().toUpperCase()??"",a=e.replace(
X,"");if(!a.includes("/")||/\s/.test(a))return[];let h=Q(a.replace(/^[a-z][a-z+.-]*:\/\/[^/]*/i,"")),l=s.filter(c=>!r||c.
method===r).map(c=>({operation:c,fit:Rt(h,Q(c.about))})).filter(({fit:c})=>c>0),i=Math.max(0,...l.map(({fit:c})=>c));return l.
filter(({fit:c})=>c===i).map(({operation:c})=>c)}var Z={operation:5,type:1,section:3};function tt({kind:s,rows:t,tables:e}){return t.map(([o,...n])=>{let r=n.slice(0,Z[s]).
map(String),a=n.slice(Z[s]).map(f=>e[Number(f)]),h={kind:s,url:String(o),about:"",method:"",uid:"",words:"",tables:a};if(s===
"type")return{...h,title:r[0]};if(s==="section"){let[f,g,y]=r;return{...h,title:f,about:g,words:y}}let[l,i,c,d,p]=r;return{
...h,method:l,about:i,uid:c,title:d,words:p}})}var O=3,Wt=2.8,et=2,st=3,ot=1.6,nt=1,v=.8,rt="#";function w(s,t,e){(s.get(t)??0)<e&&s.set(t,e)}function k(s){return`${rt}${s}`}
function at(s){return s.startsWith(rt)}var it=new Map;function I(s){let t=it.get(s);if(!t){let e=A(s);t=e.map(u),e.length>
1&&t.push(u(e.join(""))),it.set(s,t)}return t}function ct(s){let t=new Map,e=(o,n)=>{for(let r of A(o))w(t,u(r),n)};return e(
s.words,ot),s.kind==="operation"?{entry:s,stems:t,rows:[],names:zt(s,t)}:(s.kind==="section"&&e(s.about,ot),{entry:s,stems:t,
rows:[],names:[new Set(L(t,s.title,O))]})}function L(s,t,e){let o=I(t);for(let n of o)w(s,n,e);return o.length>1?o.slice(
0,-1):o}function zt({method:s,about:t,title:e,uid:o},n){let r=t.split("?")[0].split("/").filter(Boolean),a=r.filter(p=>!p.
includes("{")),h=a.at(-1)??"",l=a.map(p=>L(n,p,p===h?O:et));for(let p of r)p.includes("{")&&L(n,p,nt);let i=o.split("_").
map((p,f)=>L(n,p,f?O:nt));w(n,u(s.toLowerCase()),O);let c=(l.at(-1)??[]).some(E);A(e).forEach((p,f)=>{let g=u(p);E(g)?w(
n,g,f?v:c?O:Wt):w(n,g,f?et:O)});let d=K[s];if(d&&!c){let p=r.at(-1)===h;w(n,k(u(d)),d==="create"&&!p?v:st),d==="get"&&p&&
w(n,k("list"),st)}return[l,i].map(p=>new Set(p.flat()))}function lt(s,t){for(let[e,...o]of s.tables){let n=o.find(r=>I(r).
includes(t));if(n!==void 0)return{table:e,name:n}}return null}var ht=.85,Ut=.75,W=.7,Ft=.3,Yt=1,jt=4,Kt=.5,Bt=.25,Gt=1.5,dt=.1,Ht=3,ft=.5,qt=1.5,Vt=1.05,Xt=1.25,N=class{#s=[];#e=new Map;#t=new Map;#o=new Map;add(t){
this.#o.clear();let e=new Map;for(let o of t.tables){let n=new Set(o.slice(1).flatMap(I)),r=[];e.set(o,{rows:n,users:r});
for(let a of n)S(this.#t,a).push(r)}for(let o of tt(t)){let n=ct(o);for(let r of o.tables){let a=e.get(r);a&&(a.users.push(
n),n.rows.push(a.rows))}this.#s.push(n);for(let r of n.stems.keys())S(this.#e,r).push(n)}}get operations(){return this.#s.
filter(({entry:e})=>e.kind==="operation").map(({entry:e})=>e)}#i(t){let e=this.#o.get(t);if(!e){e=new Set(this.#e.get(t));
for(let o of this.#t.get(t)??[])for(let n of o)e.add(n);this.#o.set(t,e)}return e}#n(t){return this.#e.has(t)||this.#t.has(
t)}*#r(){yield*this.#e.keys();for(let t of this.#t.keys())this.#e.has(t)||(yield t)}search(t){let e=J(this.operations,t);
if(e.length)return e.map(f=>({entry:f,score:1,used:new Set,row:null}));let o=this.#f(t),n=new Set,r=o.filter(f=>!f.isAction);
for(let{matches:f}of r.length?r:o)for(let g of f.keys())for(let y of this.#i(g))n.add(y);let a=pt(o.map(({weight:f})=>f)),
h=[...n].map(f=>this.#c(f,o,a)),l=Math.max(0,...h.map(({covered:f})=>f)),i=h.filter(({covered:f})=>f>=l*Kt),c=o.some(f=>f.
isAction),d=t.trim().toLowerCase();for(let f of i)f.entry.title.toLowerCase()===d?f.score*=qt:!c&&f.entry.method==="GET"&&
(f.score*=Vt);i.sort((f,g)=>g.score-f.score);let p=(i[0]?.score??0)*Bt;return Qt(i.filter(({score:f})=>f>=p),c)}#c({entry:t,
stems:e,rows:o,names:n},r,a){let h=0,l=0,i=null,c=new Set;for(let{matches:g,weight:y}of r){let x=0,P="";for(let[b,yt]of g){
let bt=!e.has(b)&&o.some(Ot=>Ot.has(b)),$=(e.get(b)??(bt?v*this.#h(b):0))*yt;$>0&&c.add(b),$>x&&([x,P]=[$,b])}h+=x*y,x>0&&
(l+=y),x>0&&!e.has(P)&&(i??=lt(t,P))}let d=a?l/a:0,p=Math.min(...n.map(g=>this.#a(g,c))),f=l?l/(l+p):0;return{entry:t,row:i,
used:c,covered:l,score:h/(a||1)*(.3+.7*d)*(1-ft+ft*f)}}#a(t,e){return pt([...t].map(o=>e.has(o)?0:this.#l(o)-dt))}#l(t){
return ut(this.#e.get(t)?.length??0,this.#s.length)}#h(t){return Math.max(Ft,1-this.#i(t).size/this.#s.length)}#f(t){let e=q(
t),o=new Map;for(let n=0;n<e.length;n+=1){let r=u(e[n]),a=e[n+1]??"",h=u(e[n]+a);!a||!this.#n(h)?S(o,r):this.#n(r)&&this.#n(
u(a))?(S(o,r).push(h),S(o,u(a)).push(h)):(S(o,h),n+=1)}return[...o].map(([n,r])=>{let a=this.#p(n);for(let h of r)w(a.matches,
h,1);return a})}#p(t){let e=new Map,o=(i,c)=>{this.#n(i)&&w(e,i,c)};for(let i of M(t))o(i,ht),o(k(i),1);if(o(t,1),t.length>=
Yt)for(let i of this.#r())i.length>t.length&&i.startsWith(t)&&o(i,Ut*(.5+.5*t.length/i.length));if(!e.size&&t.length>=jt){
for(let i of this.#r())if(G(i).some(c=>V(c,t))){for(let c of M(i))o(c,W*ht),o(k(c),W);o(i,W)}}let n=[...e.keys()].flatMap(
i=>this.#e.get(i)??[]),r=n.length?[]:[...e.keys()].flatMap(i=>[...this.#i(i)]),a=new Set([...n,...r]),h=E(t)||[...e.keys()].
some(i=>at(i)),l=ut(a.size,this.#s.length);return{matches:e,weight:h?Math.max(l,Gt):l,isAction:h}}};function Qt(s,t){let o=[
"operation","type","section"].map(l=>s.filter(({entry:i})=>i.kind===l)),[n]=o,r=(n[0]?.score??0)*Xt,a=o.slice(1).sort(([
l],[i])=>(i?.score??0)-(l?.score??0));return(t||r>=(a[0][0]?.score??0)?[n,...a]:[a[0],n,a[1]]).flat()}function S(s,t){let e=s.
get(t);return e||(e=[],s.set(t,e)),e}function pt(s){return s.reduce((t,e)=>t+e,0)}function ut(s,t){return Math.min(Ht,dt+
Math.log((1+t)/(1+s)))}var gt=new N,mt=null,z=0,wt=0;function Jt(){let s=!1,t=()=>mt?.progress(wt<z&&!s,s);for(let e=0;e<z;e+=1)F(`search/${e}.\
js`).then(t,()=>{s=!0,t()});t()}window.callsheetSearch=s=>{gt.add(s),wt+=1};window.callsheet.startSearch=s=>{z=s};window.
callsheet.attachSearch=s=>{mt=new T(s,gt),Jt()};})();
