from .operations import OPERATIONS

urlpatterns = [operation.path for operation in OPERATIONS]
