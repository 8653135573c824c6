/*! Made by `make javascript`: sources f4a22bf71a9ccc6a, code 52edc00417b669ed */
"use strict";(()=>{var{API_KEY:r,IN_PAGE:o,VALID:t,all:s,assetUrl:i,badge:l,breakable:n,codeText:c,copy:d,credentials:m,each:g,icon:p,languageOf:f,
load:h,loadStyle:k,make:a,onPage:v,openDialog:b,operationFile:u,placeholders:w,save:x,schemes:A,siteUrl:e,statusNote:I,storedText:P,
values:U}=window.callsheet;"serviceWorker"in navigator&&(document.head.append(a("link",{rel:"manifest",href:e("manifest.webmanifest")})),navigator.
serviceWorker.register(e("service-worker.js")).catch(()=>{}));})();
