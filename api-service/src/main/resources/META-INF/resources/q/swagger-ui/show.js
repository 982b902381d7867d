SwaggerUIBundle({url: '/q/openapi', dom_id: '#swagger-ui', deepLinking: true});
