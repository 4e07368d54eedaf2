from django.urls import path

from .document import ALL
from .mcp import mcp

urlpatterns = [*(operation.path for operation in ALL), path("mcp", mcp, name="api-mcp")]
