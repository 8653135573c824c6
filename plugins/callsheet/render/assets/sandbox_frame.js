/*! Made by `make javascript`: sources f4a22bf71a9ccc6a, code 400e138230850d43 */
"use strict";(()=>{addEventListener("message",({source:a,data:s})=>{if(a!==parent||typeof s?.code!="string")return;let o=URL.createObjectURL(
new Blob([s.code],{type:"text/javascript"})),r=e=>parent.postMessage(e,"*"),t;try{t=new Worker(o)}catch(e){r({type:"brok\
en",text:String(e)});return}t.addEventListener("message",e=>r(e.data)),t.addEventListener("error",e=>{e.preventDefault();
let n=e.message||$phrase`The policy of this site lets no program run that is not a file of it (worker-src blob:).`;r({type:e.
message?"thrown":"broken",text:n})}),addEventListener("message",e=>{e.source===parent&&t.postMessage(e.data)})});parent.
postMessage({type:"loaded"},"*");})();
