/*! Made by `make javascript`: sources 70a102585a536c92, code 91471b3f64ec823a */
var m=self.location.href,w="workspaces",S=1e6,A=Uint8Array.of(0,97,115,109,1,0,0,0),h=null,y=0;function i(t){self.postMessage(
t)}var b={};async function R(t){let e=await fetch(new URL(t,m)).catch(()=>null);if(e?.ok)return e;let n=e?`status ${e.status}`:
"the site does not answer",o=`The file sandbox/${t} of this site cannot be loaded: ${n}.`;throw i({type:"broken",text:o}),
new Error(o)}async function j(t,e,n="application/octet-stream"){b[t]=[0,e];let o=await R(t);if(!o.body)throw new Error(`${t}\
 has no content`);let c=new TransformStream({transform(a,d){b[t][0]+=a.length;let u=Object.values(b).reduce(([f,r],[l,p])=>[
f+l,r+p],[0,0]);i({type:"progress",loaded:u[0],all:u[1]}),d.enqueue(a)}}),s=o.body.pipeThrough(c).pipeThrough(new DecompressionStream(
"gzip"));return new Response(s,{headers:{"Content-Type":n}})}async function O(t,e){return new Uint8Array(await(await j(t,
e)).arrayBuffer())}function L(t){let e=self.fetch.bind(self);self.fetch=async(n,o)=>{let c=n instanceof Request?n.url:String(
n),s=c.slice(new URL(t.runtime,m).href.length),a=c.endsWith(s)?t.packed[s]:void 0;if(a===void 0)return e(n,o);let d=s.endsWith(
".wasm")?"application/wasm":void 0;return j(`${t.runtime}${s}.gz`,a,d)}}function v(){return new Promise(t=>{try{let e=indexedDB.
open(`callsheet ${new URL(".",m).pathname}`,1);e.onupgradeneeded=()=>e.result.createObjectStore(w),e.onsuccess=()=>t(e.result),
e.onerror=()=>t(null),e.onblocked=()=>t(null)}catch{t(null)}})}function k(t,e,n){return new Promise((o,c)=>{let s=t.transaction(
w,e,{durability:"relaxed"}),a=n(s.objectStore(w));s.oncomplete=()=>o(a.result),s.onabort=()=>c(s.error)})}async function M(){
try{new WebAssembly.Module(A)}catch{throw new Error("This browser, or the Content-Security-Policy of this site, does not\
 let WebAssembly run ('wasm-unsafe-eval').")}let t=await(await R("manifest.json")).json();i({type:"step",text:"Loading P\
ython"}),L(t);let e=new URL(t.runtime,m).href,n=Promise.all(t.files.map(async({name:r,size:l})=>({name:r,content:await O(
r,l)}))),o=v(),{loadPyodide:c}=await import(`${e}pyodide.mjs`),s=await c({indexURL:e});for(let r of["Stdout","Stderr"]){
let l=new TextDecoder;s[`set${r}`]({write(p){let T=l.decode(p,{stream:!0}),E=T.slice(0,Math.max(0,S-y));return y+=T.length,
E&&i({type:"output",id:h,isError:r==="Stderr",text:E}),p.length}})}s.setStdin({stdin:()=>null}),i({type:"step",text:"Sta\
rting the server"}),s.FS.mkdir("/model");for(let{name:r,content:l}of await n)s.FS.writeFile(`/${r.replace(/\.gz$/,"")}`,
l);s.runPython("import sys; sys.path.insert(0, '/python.zip')");let{Sandbox:a}=s.pyimport("callsheet.sandbox.inside.main"),
d=a("/model",s.toPy(t.packs),r=>{i({type:"exchange",id:h,exchange:x(r,!1)})}),u=await o,f=u&&await k(u,"readonly",r=>r.get(
w));return f&&d.restore(s.toPy(f)),{python:s,sandbox:d,base:u}}function x(t,e=!0){if(typeof t!="object"||t===null||!("to\
Js"in t))return t;let n=t.toJs({dict_converter:Object.fromEntries});return e&&t.destroy(),n}async function $(t,...e){let n="\
Suspending"in WebAssembly;return x(await(n?t.callPromising(...e):t(...e)))}async function g({sandbox:t,base:e}){if(!e)return;
let n=x(t.dump());try{await k(e,"readwrite",o=>o.put(n,w))}catch{i({type:"unsaved"})}}var _={async run(t,{name:e,source:n,
files:o,settings:c}){let{python:s,sandbox:a}=t;y=0;let[d,u]=await $(a.run,e,n,s.toPy(o),s.toPy(c));return y>S&&i({type:"\
cut",id:h,characters:y-S}),await g(t),{code:d,files:u}},async fetch(t,{method:e,target:n,headers:o,body:c}){let{python:s,
sandbox:a}=t,d=s.toPy(c).tobytes(),[u,f,r,l]=await $(a.answer,e,n,s.toPy(o),d);return e!=="GET"&&e!=="HEAD"&&await g(t),
{status:u,reason:l,headers:f,body:r}},async startOver(t){return t.sandbox.start_over(),await g(t),{}}},P=M();P.then(()=>i(
{type:"ready"}),t=>i({type:"broken",text:String(t?.message??t)}));var U=P.catch(()=>{});self.onmessage=({data:t})=>{U=U.
then(async()=>{h=t.id;let e=performance.now();try{let n=await _[t.type](await P,t);i({type:"done",id:t.id,milliseconds:performance.
now()-e,...n})}catch(n){i({type:"failed",id:t.id,text:String(n?.message??n)})}})};
